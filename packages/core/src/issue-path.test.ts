import { describe, expect, it } from 'vitest'
import type { CorsConfigIssue, CorsConfigIssueCode } from './cors-config-issue.ts'
import { inOrderOf, issuePath } from './issue-path.ts'

function issueAt(path: string, code: CorsConfigIssueCode = 'value-undefined'): CorsConfigIssue {
  return { code, path, value: undefined, message: '' }
}

describe('issuePath', () => {
  it.each<[string, CorsConfigIssueCode, readonly unknown[]]>([
    ['', 'config-not-an-object', []],
    ['maxAge', 'max-age-out-of-range', ['maxAge']],
    ['allowOrigins[0]', 'origin-path', ['allowOrigins', 0]],
    ['allowOrigins[1234567]', 'origin-path', ['allowOrigins', 1234567]],
    ['allowOrigins[0]', 'key-unknown', ['allowOrigins[0]']],
    ['', 'key-unknown', ['']],
  ])('takes %j (%s) apart', (path, code, segments) => {
    expect(issuePath(issueAt(path, code))).toEqual(segments)
  })
})

describe('inOrderOf', () => {
  it('follows the keys, then the indices, then the order in which issues came', () => {
    const issues = [
      issueAt(''),
      issueAt('allowOrigins[10]'),
      issueAt('allowOrigins[9]', 'origin-path'),
      issueAt('allowOrigins[9]', 'origin-insecure-with-credentials'),
      issueAt('allowOrigins'),
      issueAt('exposeHeaders'),
      issueAt('maxAge'),
    ]
    expect(inOrderOf(['maxAge', 'allowOrigins'], issues).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'maxAge value-undefined',
      'allowOrigins value-undefined',
      'allowOrigins[9] origin-path',
      'allowOrigins[9] origin-insecure-with-credentials',
      'allowOrigins[10] value-undefined',
      ' value-undefined',
      'exposeHeaders value-undefined',
    ])
  })
})
