import { describe, expect, it } from 'vitest'
import { definePolicy, parsePolicy } from './parse-policy.ts'

const config = { allowOrigins: ['https://*.a.example'], allowCredentials: true }

describe('checkCredentials', () => {
  it('asks about the host below which anybody might register', () => {
    const asked: string[] = []
    const isPublicSuffix = (host: string): boolean => {
      asked.push(host)
      return false
    }
    expect(parsePolicy(config, { isPublicSuffix }).ok).toBe(true)
    expect(asked).toEqual(['a.example'])
  })

  it.each<[string, unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('no list')
      },
      'threw "Error: no list"',
    ],
    [
      'throws what cannot be read',
      () => {
        throw Object.create(null)
      },
      'threw "an error that cannot be read"',
    ],
    ['returns a promise', () => Promise.resolve(false), 'returned a promise'],
    ['returns nothing', () => undefined, 'returned undefined'],
    ['returns 0', () => 0, 'returned 0'],
    ['is no function', 'isPublicSuffix', 'threw "TypeError'],
  ])('refuses a pattern where the test of public suffixes %s', (_, isPublicSuffix, found) => {
    // Plain JavaScript passes what no compiler has seen.
    const parse: (...input: never) => ReturnType<typeof parsePolicy> = parsePolicy
    const result: ReturnType<typeof parsePolicy> = Reflect.apply(parse, undefined, [config, { isPublicSuffix }])
    const issues = result.ok ? [] : result.issues
    expect(issues).toMatchObject([{ code: 'origin-public-suffixes-unknown', path: 'allowOrigins[0]' }])
    expect(issues[0]?.message).toContain(found)
  })

  it('says nothing of a failing test where it need not be asked', () => {
    const isPublicSuffix = (): boolean => {
      throw new Error('no list')
    }
    const allowOrigins = ['https://a.example', 'http://*.localhost']
    expect(() => definePolicy({ allowOrigins, allowCredentials: true }, { isPublicSuffix })).not.toThrow()
  })

  it.each([
    ['http://a.example', 'https://a.example'],
    ['http://a.example:8080', 'https://a.example:8080'],
    ['http://a.example:443', 'https://a.example'],
    ['http://a.example:*', 'https://a.example:*'],
    ['ftp://a.example', undefined],
  ])('suggests for %s the encrypted origin %s', (origin, suggestion) => {
    const result = parsePolicy({ allowOrigins: [origin], allowCredentials: true })
    expect(result.ok ? [] : result.issues.map((issue) => issue.suggestion)).toEqual([suggestion])
  })
})
