import { describe, expect, it } from 'vitest'
import { issuesOf, sentencesOf } from './config-issues.testing.ts'
import { parsePolicy } from './parse-policy.ts'

const NO_METHOD = 'is not the name of a method: a name has no spaces, colons or other separators, and is ASCII'
const NO_REQUEST_HEADER =
  'is not the name of a request header: a name has no spaces, colons or other separators, and is ASCII'
const NO_RESPONSE_HEADER =
  'is not the name of a response header: a name has no spaces, colons or other separators, and is ASCII'

function configOf(input: object): object | null {
  const result = parsePolicy(input)
  return result.ok ? result.policy.config : null
}

/** The sentence for the one entry of a list. */
function sentenceOf(key: 'allowMethods' | 'allowHeaders' | 'exposeHeaders', entry: unknown): string | undefined {
  const [sentence] = sentencesOf({ [key]: [entry] })
  return sentence?.replace(`${key}[0] ${JSON.stringify(entry)} `, '')
}

function suggestionFor(key: 'allowMethods' | 'allowHeaders' | 'exposeHeaders', entry: string): string | undefined {
  return issuesOf({ [key]: [entry] })[0]?.suggestion
}

describe('readAllowMethods', () => {
  it.each<[unknown, unknown]>([
    ['*', '*'],
    [[], []],
    [
      ['PUT', 'purge', 'PUT', 'GET'],
      ['PUT', 'purge', 'GET'],
    ],
    [['PUT', '*', 'authorization'], '*'],
  ])('takes %j for %j', (allowMethods, meaning) => {
    expect(configOf({ allowMethods })).toMatchObject({ allowMethods: meaning })
  })

  it.each<[unknown, string]>([
    [7, 'value-of-wrong-type: allowMethods[0] is 7: write a name, as in ["PUT", "DELETE"]'],
    ['', 'method-invalid: is blank: write the name of a method, as in ["PUT", "DELETE"]'],
    [' \t', 'method-invalid: is blank: write the name of a method, as in ["PUT", "DELETE"]'],
    ['PUT, DELETE', 'method-invalid: holds several names: write one text for each, as in ["PUT", "DELETE"]'],
    ['PUT /x', `method-invalid: ${NO_METHOD}`],
    ['TRACE', 'method-forbidden: is a method that browsers let no page use: leave it out'],
    ['connect', 'method-forbidden: is a method that browsers let no page use: leave it out'],
    ['Track', 'method-forbidden: is a method that browsers let no page use: leave it out'],
    ['patch', 'method-case: never matches, because methods are case-sensitive: write "PATCH"'],
  ])('says of the entry %j: %s', (entry, sentence) => {
    expect(sentenceOf('allowMethods', entry)).toBe(sentence)
  })

  it('says of what is no list what to write instead', () => {
    expect(sentencesOf({ allowMethods: 7 })).toEqual([
      'value-of-wrong-type: allowMethods is 7: write "*" or an array such as ["PUT", "DELETE"]',
    ])
  })

  it.each([
    ['patch', 'PATCH'],
    [' PUT', 'PUT'],
    ['PUT,', 'PUT'],
    [' put ', 'PUT'],
    ['purge ', 'purge'],
    ['PUT: 1', 'PUT'],
    ['TRACE ', undefined],
    [': PUT', undefined],
    ['P\u00dcT', undefined],
    ['PUT DELETE: 1', undefined],
  ])('suggests for %j: %j', (entry, suggestion) => {
    expect(suggestionFor('allowMethods', entry)).toBe(suggestion)
  })
})

describe('a name that is no token', () => {
  it('carries no suggestion where nothing is known that was meant', () => {
    expect(issuesOf({ allowMethods: ['TRACE '] })[0]).not.toHaveProperty('suggestion')
  })
})

describe('readAllowHeaders', () => {
  it.each<[unknown, unknown]>([
    ['*', '*'],
    [
      ['X-A', 'x-a', 'Content-Type'],
      ['x-a', 'content-type'],
    ],
    [['x-a', '*'], '*'],
    [
      ['x-a', 'Authorization', '*'],
      ['*', 'authorization'],
    ],
  ])('takes %j for %j', (allowHeaders, meaning) => {
    expect(configOf({ allowHeaders })).toMatchObject({ allowHeaders: meaning })
  })

  it.each<[unknown, string]>([
    [null, 'value-of-wrong-type: allowHeaders[0] is null: write a name, as in ["content-type", "authorization"]'],
    ['', 'header-name-invalid: is blank: write the name of a request header, as in ["content-type", "authorization"]'],
    ['x-a x-b', 'header-name-invalid: holds several names: write one text for each, as in ["x-a", "x-b"]'],
    ['x-a: 1', `header-name-invalid: ${NO_REQUEST_HEADER}`],
    [
      'Access-Control-Allow-Origin',
      'header-name-misplaced: is a response header: list the request headers that pages set; Corsac sends the CORS headers by itself',
    ],
    [
      'Cookie',
      'header-name-forbidden: is a header that browsers let no page set: leave it out, allowCredentials is what lets cookies through',
    ],
    ['Host', 'header-name-forbidden: is a header that browsers let no page set: leave it out'],
    ['Sec-Fetch-Mode', 'header-name-forbidden: is a header that browsers let no page set: leave it out'],
  ])('says of the entry %j: %s', (entry, sentence) => {
    expect(sentenceOf('allowHeaders', entry)).toBe(sentence)
  })

  it.each([
    ['x-a:', 'x-a'],
    ['X-A: 1', 'X-A'],
    ['x-a\n', 'x-a'],
    ['cookie: 1', undefined],
    ['x-a: x-b: 1', 'x-a'],
    ['x\u00e4', undefined],
  ])('suggests for %j: %j', (entry, suggestion) => {
    expect(suggestionFor('allowHeaders', entry)).toBe(suggestion)
  })
})

describe('readExposeHeaders', () => {
  it.each<[unknown, unknown]>([
    ['*', '*'],
    [['ETag', 'etag'], ['etag']],
    [['authorization', '*'], '*'],
  ])('takes %j for %j', (exposeHeaders, meaning) => {
    expect(configOf({ exposeHeaders })).toMatchObject({ exposeHeaders: meaning })
  })

  it.each<[unknown, string]>([
    [
      undefined,
      'value-undefined: exposeHeaders[0] is undefined, as a missing environment variable is: write a name, as in ["x-total-count"]',
    ],
    ['', 'header-name-invalid: is blank: write the name of a response header, as in ["x-total-count"]'],
    ['x;a', `header-name-invalid: ${NO_RESPONSE_HEADER}`],
    ['Set-Cookie', 'header-name-forbidden: is a header that browsers show to no page: leave it out'],
    ['Access-Control-Max-Age', 'header-name-misplaced: is not on the responses that pages read: leave it out'],
  ])('says of the entry %j: %s', (entry, sentence) => {
    expect(sentenceOf('exposeHeaders', entry)).toBe(sentence)
  })
})

describe('a list that is right', () => {
  it.each(['allowMethods', 'allowHeaders', 'exposeHeaders'])('is frozen in the policy: %s', (key) => {
    const config = configOf({ [key]: ['x-a'] })
    expect(Object.isFrozen(config && Reflect.get(config, key))).toBe(true)
  })

  it('is frozen beside the wildcard, too', () => {
    const config = configOf({ allowHeaders: ['*', 'authorization'] })
    expect(Object.isFrozen(config && Reflect.get(config, 'allowHeaders'))).toBe(true)
  })
})
