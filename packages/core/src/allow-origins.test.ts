import { describe, expect, it } from 'vitest'
import { issuesOf, sentencesOf } from './config-issues.testing.ts'
import { parsePolicy } from './parse-policy.ts'

const A = 'https://a.example'
const REGEXP =
  'write patterns such as "https://*.app.example" or "http://localhost:*", which cannot match more than they say, or a function in place of the list'
const MISSING =
  'allowOrigins is empty: name at least one origin, or write "*" for every origin; where parseOriginList made the list, its environment variable is missing or blank'

function configOf(allowOrigins: unknown): unknown {
  const result = parsePolicy({ allowOrigins })
  return result.ok ? result.policy.config.allowOrigins : result.issues
}

describe('readAllowOrigins', () => {
  it.each<[unknown, unknown]>([
    ['*', '*'],
    [['*'], '*'],
    [[A, '*'], '*'],
    [
      [A, 'null', A],
      [A, 'null'],
    ],
    [
      ['https://*.a.example', A, 'https://*.a.example'],
      ['https://*.a.example', A],
    ],
  ])('takes %j for %j', (allowOrigins, meaning) => {
    expect(configOf(allowOrigins)).toEqual(meaning)
  })

  it('keeps a predicate as it is', () => {
    const predicate = (): boolean => true
    expect(configOf(predicate)).toBe(predicate)
  })

  it.each<[string, unknown, readonly string[]]>([
    [
      'true',
      true,
      [
        'value-of-wrong-type: allowOrigins is true: write "*" for every origin, none of which can then use credentials, or an array of origins',
      ],
    ],
    [
      'false',
      false,
      [
        'value-of-wrong-type: allowOrigins is false: write an array of the origins that may read; to share with none, send no CORS headers at all',
      ],
    ],
    [
      'null',
      null,
      ['value-of-wrong-type: allowOrigins is null: write an array of origins, "*" for every origin, or a function'],
    ],
    ['a RegExp', /a/, [`origin-regexp: allowOrigins is the RegExp "/a/": ${REGEXP}`]],
    ['an empty list', [], [`origins-missing: ${MISSING}`]],
    ['a text', A, [`list-expected: allowOrigins is the text "${A}": write an array, ["${A}"]`]],
    [
      'a text that holds several',
      `${A}, https://b.example`,
      [
        `list-expected: allowOrigins is the text "${A}, https://b.example": write an array, ["${A}", "https://b.example"]; parseOriginList makes one of an environment variable`,
      ],
    ],
    ['a RegExp in a list', [A, /a/], [`origin-regexp: allowOrigins[1] is the RegExp "/a/": ${REGEXP}`]],
    [
      'a function in a list',
      [() => true],
      ['value-of-wrong-type: allowOrigins[0] is a function: write it in place of the list, not into it'],
    ],
    [
      'a list in a list',
      [[A]],
      ['value-of-wrong-type: allowOrigins[0] is an array: write its origins into the list itself'],
    ],
    [
      'a number in a list',
      [7],
      ['value-of-wrong-type: allowOrigins[0] is 7: write a text such as "https://app.example"'],
    ],
    [
      'several origins in one entry',
      [`${A},https://b.example`],
      [
        `origin-list-in-a-string: allowOrigins[0] "${A},https://b.example" holds several origins: write one string for each, or split an environment variable at its commas, which parseOriginList does`,
      ],
    ],
    [
      'a path in an entry',
      ['*', `${A}/app`],
      [`origin-path: allowOrigins[1] "${A}/app" has a path, which no origin has: leave it out, and all that follows`],
    ],
  ])('says of %s what to write instead', (_, allowOrigins, sentences) => {
    expect(sentencesOf({ allowOrigins })).toEqual(sentences)
  })

  it('suggests nothing where there is nothing to suggest', () => {
    expect(issuesOf({ allowOrigins: ['https://*'] })[0]).not.toHaveProperty('suggestion')
  })

  it('has the place and the value of what it refuses', () => {
    expect(issuesOf({ allowOrigins: [] })).toMatchObject([{ path: 'allowOrigins', value: [] }])
    expect(issuesOf({ allowOrigins: [A, `${A}/`] })).toMatchObject([{ path: 'allowOrigins[1]', value: `${A}/` }])
    expect(issuesOf({ allowOrigins: [/a/] })).toMatchObject([{ path: 'allowOrigins[0]', value: /a/ }])
  })

  it.each([
    [`${A},`, A],
    [` ${A} `, A],
    ['* ,', '*'],
    [' null', 'null'],
    [`${A}/ `, A],
    [`${A}/,`, A],
    [`${A},https://b.example`, undefined],
    [',', undefined],
  ])('suggests for the entry %j, where there is only one origin in it, %j', (entry, suggestion) => {
    expect(issuesOf({ allowOrigins: [entry] }).map((issue) => issue.suggestion)).toEqual([suggestion])
  })
})
