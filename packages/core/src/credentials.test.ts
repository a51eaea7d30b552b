import { describe, expect, it } from 'vitest'
import { issuesOf, sentencesOf } from './config-issues.testing.ts'
import { definePolicy, parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'

const config = { allowOrigins: ['https://*.a.example'], allowCredentials: true }

describe('checkCredentials', () => {
  it.each<[object, string]>([
    [
      {},
      'origin-wildcard-with-credentials: allowOrigins is left out, which means "*", and allowCredentials is true: browsers refuse the pair, name the origins that may use credentials',
    ],
    [
      { allowOrigins: '*' },
      'origin-wildcard-with-credentials: allowOrigins is "*" and allowCredentials is true: browsers refuse the pair, name the origins that may use credentials',
    ],
    [
      { allowOrigins: ['*'] },
      'origin-wildcard-with-credentials: allowOrigins has "*" in it and allowCredentials is true: browsers refuse the pair, name the origins that may use credentials',
    ],
    [
      { allowOrigins: ['https://a.example'], exposeHeaders: '*' },
      'expose-wildcard-with-credentials: exposeHeaders is "*" and allowCredentials is true: with credentials browsers take "*" for a header of that name, list the headers',
    ],
    [
      { allowOrigins: ['https://a.example', 'null'] },
      'origin-null-with-credentials: allowOrigins[1] "null" and allowCredentials exclude each other: any site can make a page whose origin is null',
    ],
    [
      { allowOrigins: ['http://a.example'] },
      'origin-insecure-with-credentials: allowOrigins[0] "http://a.example" is not encrypted: with allowCredentials whoever is on the network can use the user\'s credentials. Write an https origin, or set dangerouslyAllowInsecureOrigins',
    ],
    [
      { allowOrigins: ['https://*.github.io'] },
      'origin-public-suffix-with-credentials: allowOrigins[0] "https://*.github.io" covers what anybody can register below "github.io": with allowCredentials they could use the user\'s credentials. Name your own subdomain, or set dangerouslyAllowPublicSuffixes',
    ],
  ])('refuses credentials with %j, and says what to write instead', (written, sentence) => {
    expect(sentencesOf({ ...written, allowCredentials: true }, { isPublicSuffix })).toEqual([sentence])
  })

  it('says where the test of public suffixes comes from', () => {
    expect(sentencesOf(config)).toEqual([
      'origin-public-suffixes-unknown: allowOrigins[0] "https://*.a.example" with allowCredentials needs the public suffix list, to be sure that not everybody can register a subdomain: import { isPublicSuffix } from \'@corsac/core/public-suffixes\' and pass it as an option',
    ])
  })

  it('has the value and the place of what it refuses', () => {
    expect(issuesOf({ exposeHeaders: '*', allowCredentials: true })).toMatchObject([
      { path: 'exposeHeaders', value: '*' },
      { path: 'allowOrigins', value: '*' },
    ])
    expect(issuesOf({ allowOrigins: ['http://a.example'], allowCredentials: true })).toMatchObject([
      { path: 'allowOrigins[0]', value: 'http://a.example' },
    ])
  })

  it.each([
    'https://a.example',
    'capacitor://a.example',
    'http://localhost:3000',
    'http://app.localhost:*',
    'http://127.0.0.1',
    'http://[::1]',
    'http://*.localhost',
  ])('allows credentials with %s', (origin) => {
    expect(issuesOf({ allowOrigins: [origin], allowCredentials: true })).toEqual([])
  })

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
    expect(issues[0]?.message).toContain(
      `with allowCredentials needs to know whether "a.example" is a public suffix, but isPublicSuffix ${found}`,
    )
    expect(issues[0]?.message).toMatch(/: it returns true or false$/)
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
    ['http://localhost.evil.example', 'https://localhost.evil.example'],
    ['ftp://a.example', undefined],
  ])('suggests for %s the encrypted origin %s', (origin, suggestion) => {
    const result = parsePolicy({ allowOrigins: [origin], allowCredentials: true })
    expect(result.ok ? [] : result.issues.map((issue) => issue.suggestion)).toEqual([suggestion])
  })

  it('suggests nothing where there is nothing to suggest', () => {
    expect(issuesOf({ allowOrigins: ['ftp://a.example'], allowCredentials: true })[0]).not.toHaveProperty('suggestion')
  })
})
