import { describe, expect, it } from 'vitest'
import { issuesOf, sentencesOf } from './config-issues.testing.ts'

const EXAMPLE = 'write an object such as { allowOrigins: ["https://app.example"] }'

/** A getter that throws. */
function refuse(): never {
  throw new Error('no')
}

describe('readOwnProperties', () => {
  it.each<[string, unknown, string]>([
    ['undefined', undefined, `The configuration is undefined: ${EXAMPLE}`],
    ['null', null, `The configuration is null: ${EXAMPLE}`],
    ['a text', 'https://a.example', `The configuration is "https://a.example": ${EXAMPLE}`],
    ['JSON', ' { "maxAge": 1 }', 'The configuration is " { \\"maxAge\\": 1 }": parse it first, as with JSON.parse'],
    ['a list', [], `The configuration is an array: ${EXAMPLE}`],
    ['a function', () => ({}), `The configuration is a function: ${EXAMPLE}`],
    ['a promise', Promise.resolve({}), 'The configuration is a promise without properties of its own: await it first'],
    ['a Map', new Map(), `The configuration is an object of class Map without properties of its own: ${EXAMPLE}`],
    [
      'an object that does not say what it has',
      new Proxy({}, { ownKeys: refuse }),
      `The configuration is an object whose properties cannot be read: ${EXAMPLE}`,
    ],
    [
      'an object that does not say what it is',
      new Proxy({}, { getPrototypeOf: refuse }),
      `The configuration is an object that cannot be read without properties of its own: ${EXAMPLE}`,
    ],
  ])('refuses %s, and says what to pass instead', (_, input, message) => {
    expect(sentencesOf(input)).toEqual([`config-not-an-object: ${message}`])
    const [issue] = issuesOf(input)
    expect(issue?.path).toBe('')
    expect(issue?.value).toBe(input)
  })

  it.each<[string, unknown]>([
    ['a literal', {}],
    ['an object without a prototype', Object.create(null)],
    ['an object from another realm', Object.create(Object.create(null))],
    ['an instance with properties of its own', Object.assign(new Map(), { maxAge: 1 })],
  ])('takes %s', (_, input) => {
    expect(issuesOf(input)).toEqual([])
  })

  it('refuses an instance that inherits from another and has nothing of its own', () => {
    class Settings extends Map {}
    expect(sentencesOf(new Settings())).toEqual([
      `config-not-an-object: The configuration is an object of class Settings without properties of its own: ${EXAMPLE}`,
    ])
  })

  it('names a call that was forgotten where an object of a framework comes in place of a configuration', () => {
    class IncomingMessage extends Map {
      readonly method = 'GET'
      readonly headers = {}
    }
    expect(sentencesOf(new IncomingMessage())).toEqual([
      `config-not-an-object: The configuration is an object of class IncomingMessage with none of the keys: ${EXAMPLE}. If cors itself was handed to a framework, hand over what it makes: cors({ … })`,
    ])
  })

  it('says what is inherited', () => {
    const input: unknown = Object.create({ maxAge: 1 }, { preflightStatus: { value: 204, enumerable: true } })
    expect(issuesOf(input)).toEqual([
      {
        code: 'key-hidden',
        path: 'maxAge',
        value: undefined,
        message:
          'maxAge is inherited or not enumerable, and would be overlooked: write it into the configuration itself',
      },
    ])
  })

  it('lets no object hide that it may hide something', () => {
    const input = new Proxy({ preflightStatus: 204 }, { has: refuse })
    expect(issuesOf(input)).toEqual([])
  })
})

describe('readBoolean', () => {
  it.each<[unknown, string]>([
    ['true', 'is "true": write true without quotes; compare what an environment variable holds with "true"'],
    [' FALSE ', 'is " FALSE ": write false without quotes; compare what an environment variable holds with "true"'],
    ['yes', 'is "yes": write true or false'],
    ['', 'is "": write true or false'],
    [1, 'is 1: write true or false'],
    [null, 'is null: write true or false'],
  ])('says of %j what to write instead', (allowCredentials, message) => {
    expect(sentencesOf({ allowCredentials })).toEqual([`value-of-wrong-type: allowCredentials ${message}`])
  })
})

describe('reportWrongType', () => {
  it.each<[string, object, string]>([
    [
      'a value that is missing',
      { maxAge: undefined },
      'value-undefined: maxAge is undefined, as a missing environment variable is: write a whole number of seconds from 0 to 86400',
    ],
    [
      'a getter that throws',
      Object.defineProperty({}, 'maxAge', { get: refuse, enumerable: true }),
      'value-unreadable: maxAge cannot be read, its getter threw "Error: no": write a whole number of seconds from 0 to 86400',
    ],
    ['a promise', { maxAge: Promise.resolve(1) }, 'value-of-wrong-type: maxAge is a promise: await it first'],
    [
      'an object that does not say whether it is one',
      { maxAge: Object.defineProperty({}, 'then', { get: refuse }) },
      'value-of-wrong-type: maxAge is an object: write a whole number of seconds from 0 to 86400',
    ],
    ['a thenable', { maxAge: { then: refuse } }, 'value-of-wrong-type: maxAge is an object: await it first'],
    [
      'an object that only seems to be one',
      { maxAge: { then: 1 } },
      'value-of-wrong-type: maxAge is an object: write a whole number of seconds from 0 to 86400',
    ],
  ])('says of %s what to do', (_, input, sentence) => {
    expect(sentencesOf(input)).toEqual([sentence])
  })

  it('keeps the value, but for one that could not be read', () => {
    expect(issuesOf({ maxAge: 'x' })).toMatchObject([{ path: 'maxAge', value: 'x' }])
    expect(issuesOf(Object.defineProperty({}, 'maxAge', { get: refuse, enumerable: true }))).toMatchObject([
      { path: 'maxAge', value: undefined },
    ])
    expect(issuesOf(Object.defineProperty({}, 'hook', { get: refuse, enumerable: true }))).toMatchObject([
      { path: 'hook', value: undefined },
    ])
  })
})
