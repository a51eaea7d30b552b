import { describe, expect, it } from 'vitest'
import { describeIssue } from './describe-issue.ts'

const issue = { code: 'origin-path', path: 'allowOrigins[0]', value: 'x', message: 'it is "x"' } as const

describe('describeIssue', () => {
  it.each([
    ['it is "x"', issue],
    ['it is "x"; did you mean "y"?', { ...issue, suggestion: 'y' }],
    ['it is "x"', { ...issue, suggestion: 'x' }],
    ['it is "x"; did you mean "y\\u0000"?', { ...issue, suggestion: 'y\u0000' }],
  ])('says: %s', (sentence, described) => {
    expect(describeIssue(described)).toBe(sentence)
  })
})
