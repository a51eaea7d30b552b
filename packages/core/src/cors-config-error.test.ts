import { describe, expect, it } from 'vitest'
import { CorsConfigError, isCorsConfigError } from './cors-config-error.ts'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import { parsePolicy } from './parse-policy.ts'

function issuesOf(input: unknown): readonly CorsConfigIssue[] {
  const result = parsePolicy(input)
  return result.ok ? [] : result.issues
}

describe('CorsConfigError', () => {
  it('has a line for each mistake, with its code, and what was meant once', () => {
    const error = new CorsConfigError(issuesOf({ allowOrigins: ['https://a.example/'], allowMethods: ['patch'] }))
    expect(error.name).toBe('CorsConfigError')
    expect(error.message.split('\n')).toEqual([
      'The CORS configuration has 2 mistakes:',
      '  - allowOrigins[0] "https://a.example/" ends with a slash, which no origin does: leave it out; did you mean "https://a.example"? [origin-path]',
      '  - allowMethods[0] "patch" never matches, because methods are case-sensitive: write "PATCH" [method-case]',
    ])
  })

  it('carries the mistakes, which Node does not print a second time', () => {
    const issues = issuesOf({ maxAge: -1 })
    const error = new CorsConfigError(issues)
    expect(error.issues).toBe(issues)
    expect(Object.keys(error)).not.toContain('issues')
  })

  it.each<[unknown, string]>([
    [null, 'The CORS configuration has a mistake:'],
    [
      { allowMethods: Array.from({ length: 1500 }, () => 'TRACE') },
      'The CORS configuration has more than 1000 mistakes:',
    ],
  ])('counts them', (input, line) => {
    expect(new CorsConfigError(issuesOf(input)).message.split('\n')[0]).toBe(line)
  })
})

describe('isCorsConfigError', () => {
  it('finds a mark that does not show where an error is printed', () => {
    const error = new CorsConfigError([])
    const brand = Symbol.for('@corsac/core/config-error')
    expect(Object.getOwnPropertyDescriptor(error, brand)).toMatchObject({ value: true, enumerable: false })
  })

  it('recognises the error of another copy, and nothing else', () => {
    const brand = Symbol.for('@corsac/core/config-error')
    expect(isCorsConfigError(new CorsConfigError([]))).toBe(true)
    expect(isCorsConfigError(Object.defineProperty(new Error('copy'), brand, { value: true }))).toBe(true)
    for (const value of [new Error('no'), null, undefined, 'CorsConfigError', { name: 'CorsConfigError' }]) {
      expect(isCorsConfigError(value)).toBe(false)
    }
  })
})
