import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import { parsePolicy } from './parse-policy.ts'

function issueOf(config: Readonly<Record<string, unknown>>): CorsConfigIssue | undefined {
  const result = parsePolicy(config)
  return result.ok ? undefined : result.issues.find(({ code }) => code === 'key-unknown')
}

describe('reportUnknownKey', () => {
  it.each([
    // What other libraries call it.
    ['origin', 'allowOrigins'],
    ['origins', 'allowOrigins'],
    ['Origins', 'allowOrigins'],
    ['allowedOrigins', 'allowOrigins'],
    ['allow_origins', 'allowOrigins'],
    ['AllowedOrigins', 'allowOrigins'],
    ['AllowOriginFunc', 'allowOrigins'],
    ['Access-Control-Allow-Origin', 'allowOrigins'],
    ['credentials', 'allowCredentials'],
    ['Credentialed', 'allowCredentials'],
    ['allow_credentials', 'allowCredentials'],
    ['methods', 'allowMethods'],
    ['allowedMethods', 'allowMethods'],
    ['allow_methods', 'allowMethods'],
    ['headers', 'allowHeaders'],
    ['allowedHeaders', 'allowHeaders'],
    ['allow_headers', 'allowHeaders'],
    ['RequestHeaders', 'allowHeaders'],
    ['exposedHeaders', 'exposeHeaders'],
    ['expose_headers', 'exposeHeaders'],
    ['exposeHeadersList', 'exposeHeaders'],
    ['ResponseHeaders', 'exposeHeaders'],
    ['max_age', 'maxAge'],
    ['MaxAge', 'maxAge'],
    ['MaxAgeInSeconds', 'maxAge'],
    ['optionsSuccessStatus', 'preflightStatus'],
    ['PreflightSuccessStatus', 'preflightStatus'],
    ['DangerouslyTolerateInsecureOrigins', 'dangerouslyAllowInsecureOrigins'],
    ['DangerouslyTolerateSubdomainsOfPublicSuffixes', 'dangerouslyAllowPublicSuffixes'],
    // A slip of the finger.
    ['alowOrigins', 'allowOrigins'],
    ['allowOrigin', 'allowOrigins'],
    ['allowCredentails', 'allowCredentials'],
    ['orign', 'allowOrigins'],
    ['exposeHeader', 'exposeHeaders'],
    ['maxage', 'maxAge'],
    ['timingAllowOrigins', 'timingAllowOrigin'],
  ])('suggests for %s the key %s', (key, suggestion) => {
    const issue = issueOf({ [key]: [] })
    expect(issue).toMatchObject({ path: key, suggestion })
    expect(issue?.message).toContain(`write "${suggestion}"`)
  })

  it.each([
    ['allow_origin_regex', 'regular expressions'],
    ['allowOriginRegex', 'regular expressions'],
    ['preflightContinue', 'preflightStatus'],
    ['preflight', 'preflightStatus'],
    ['strictPreflight', 'OPTIONS'],
    ['OptionsPassthrough', 'OPTIONS'],
    ['delegator', 'function that picks one'],
    ['AllowOriginRequestFunc', 'function that picks one'],
    ['AllowOriginVaryRequestFunc', 'function that picks one'],
    ['privateNetworkAccess', 'private network'],
    ['allow_private_network', 'private network'],
    ['hook', 'framework'],
    ['hideOptionsRoute', 'framework'],
    ['logLevel', 'framework'],
    ['aot', 'framework'],
    ['cacheControl', 'maxAge'],
    ['keepHeadersOnError', 'errors'],
    ['secureContext', 'not CORS'],
    ['Debug', 'an option'],
    ['vary', 'an option'],
    ['isPublicSuffix', 'an option'],
    ['Logger', 'onError'],
    ['$schema', 'editors'],
  ])('says why there is nothing like %s: %s', (key, reason) => {
    const issue = issueOf({ [key]: true })
    expect(issue?.suggestion).toBeUndefined()
    expect(issue?.message).toContain(reason)
    expect(issue?.message).not.toContain('the keys are')
  })

  it.each(['', 'x', 'age', 'status', 'allow', 'permissions', 'constructor', 'toString', '\u{1f98a}', 'allowed[0]'])(
    'lists the keys where %j is like none of them',
    (key) => {
      const issue = issueOf({ [key]: 1 })
      expect(issue?.suggestion).toBeUndefined()
      expect(issue?.message).toContain('the keys are allowOrigins, ')
    },
  )

  it.each([
    [
      { foo: 1 },
      '"foo" is not a key of a CORS configuration; the keys are allowOrigins, allowCredentials, allowMethods, allowHeaders, exposeHeaders, maxAge, preflightStatus, timingAllowOrigin, dangerouslyAllowInsecureOrigins, dangerouslyAllowPublicSuffixes',
    ],
    [{ methods: [] }, '"methods" is not a key of a CORS configuration: write "allowMethods"'],
    [
      { methods: [], allowMethods: [] },
      '"methods" is not a key of a CORS configuration: leave it out, "allowMethods" is there too',
    ],
    [{ hook: 1 }, '"hook" is not a key of a CORS configuration: it governs the plugin of a framework, leave it out'],
  ])('says of %j what to write instead', (config, message) => {
    expect(issueOf(config)?.message).toBe(message)
  })

  it.each([
    // One edit in three letters, two in six, and never three.
    ['maxage', 'maxAge'],
    ['maxae', 'maxAge'],
    ['mxae', undefined],
    ['mxag', undefined],
    ['mthds', undefined],
    ['mthods', 'allowMethods'],
    ['mthodz', 'allowMethods'],
    ['alowMetods', 'allowMethods'],
    ['alowMetodz', undefined],
    ['dangerouslyAllowInsecureOrigi', 'dangerouslyAllowInsecureOrigins'],
    ['dangerouslyAllowInsecureOrig', undefined],
  ])('sees in %s the key %s, if few letters differ', (key, suggestion) => {
    expect(issueOf({ [key]: 1 })?.suggestion).toBe(suggestion)
  })

  it('takes the key that is nearest', () => {
    expect(issueOf({ allowHeader: [] })?.suggestion).toBe('allowHeaders')
    expect(issueOf({ alloworigin: [] })?.suggestion).toBe('allowOrigins')
    expect(issueOf({ timingAllowOriginz: [] })?.suggestion).toBe('timingAllowOrigin')
  })

  it('has the value, and where it is', () => {
    expect(issueOf({ origin: 'x' })).toMatchObject({ path: 'origin', value: 'x' })
  })

  it('reports __proto__ as JSON holds it', () => {
    const config: Readonly<Record<string, unknown>> = JSON.parse('{ "__proto__": { "allowCredentials": true } }')
    expect(issueOf(config)).toMatchObject({ path: '__proto__' })
  })

  it('suggests no key that is there already', () => {
    const issue = issueOf({ allowOrigins: ['https://a.example'], origin: 'https://b.example' })
    expect(issue?.suggestion).toBeUndefined()
    expect(issue?.message).toContain('leave it out, "allowOrigins" is there too')
  })

  it('knows every key in another case and with other separators', () => {
    const result = parsePolicy({})
    const keys = result.ok ? Object.keys(result.policy.config) : []
    const respell = (key: string, separator: string): string => key.replaceAll(/[A-Z]/g, (letter) => separator + letter)
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.constantFrom('_', '-', ' '), fc.boolean(), (key, separator, upper) => {
        const spelling = respell(key, separator)
        expect(issueOf({ [upper ? spelling.toUpperCase() : spelling.toLowerCase()]: 1 })?.suggestion).toBe(key)
      }),
    )
  })
})
