import { describe, expect, it } from 'vitest'
import { sentencesOf } from './config-issues.testing.ts'
import { namesOfKeys, plainName, reasonForNoKey } from './option-elsewhere.ts'

describe('plainName', () => {
  it.each([
    ['allowOrigins', 'alloworigins'],
    ['allow_origins', 'alloworigins'],
    ['Access-Control-Max-Age', 'maxage'],
    ['ACCESS_CONTROL_ALLOW_ORIGIN', 'alloworigin'],
    ['noAccessControl', 'noaccesscontrol'],
    ['accessControlAccessControl', 'accesscontrol'],
    ['$schema', 'schema'],
    ['cookie2', 'cookie2'],
    ['\u{1f98a}', ''],
  ])('makes of %j %j', (name, plain) => {
    expect(plainName(name)).toBe(plain)
  })
})

describe('namesOfKeys', () => {
  it.each([
    ['allowOrigins', 'alloworigins origin origins allowedorigins allowedoriginpatterns alloworiginfunc'],
    ['allowCredentials', 'allowcredentials credentials credentialed supportscredentials'],
    ['allowMethods', 'allowmethods methods allowedmethods'],
    ['allowHeaders', 'allowheaders headers allowedheaders requestheaders additionalheaders'],
    ['exposeHeaders', 'exposeheaders exposedheaders responseheaders exposeheaderslist additionalexposedheaders'],
    ['maxAge', 'maxage maxageseconds maxageinseconds'],
    ['preflightStatus', 'preflightstatus optionssuccessstatus preflightsuccessstatus preflightstatuscode'],
    ['timingAllowOrigin', 'timingalloworigin timingalloworigins'],
    ['dangerouslyAllowInsecureOrigins', 'dangerouslyallowinsecureorigins dangerouslytolerateinsecureorigins'],
    ['dangerouslyAllowPublicSuffixes', 'dangerouslyallowpublicsuffixes dangerouslytoleratesubdomainsofpublicsuffixes'],
  ])('has %s under the names %s, and no other', (key, names) => {
    const found = namesOfKeys().filter((named) => named[1] === key)
    expect(found.map(([name]) => name)).toEqual(names.split(' '))
  })

  it('has every key of the configuration, their own names first', () => {
    const own = namesOfKeys().slice(0, 10)
    expect(own.map(([, key]) => [plainName(key), key])).toEqual(own)
    expect(new Set(own.map(([, key]) => key)).size).toBe(10)
    for (const [, key] of own) expect(sentencesOf({ [key]: undefined }).join()).not.toContain('key-unknown')
  })
})

describe('reasonForNoKey', () => {
  const REGEX = 'regular expressions are not taken, write patterns such as "https://*.app.example" into allowOrigins'
  const PREFLIGHT =
    'every preflight is answered, with preflightStatus, and any other OPTIONS request reaches the application'
  const PICKER =
    'for a policy that depends on the request, pass a function that picks one in place of the configuration'
  const PRIVATE_NETWORK = 'no header opens a private network any more, browsers ask their user instead'
  const OPTION = 'it is an option, which stands beside the configuration, not in it'
  const PLUGIN = 'it governs the plugin of a framework, leave it out'

  it.each([
    ['allow_origin_regex', REGEX],
    ['allow_origins_regex', REGEX],
    ['allowedOriginRegex', REGEX],
    ['allowedOriginRegexes', REGEX],
    ['originRegex', REGEX],
    ['preflight', PREFLIGHT],
    ['preflightContinue', PREFLIGHT],
    ['OptionsPassthrough', PREFLIGHT],
    ['strictPreflight', PREFLIGHT],
    ['delegator', PICKER],
    ['AllowOriginRequestFunc', PICKER],
    ['AllowOriginVaryRequestFunc', PICKER],
    ['routes', PICKER],
    ['privateNetworkAccess', PRIVATE_NETWORK],
    ['allow_private_network', PRIVATE_NETWORK],
    ['PrivateNetworkAccessInNoCORSModeOnly', PRIVATE_NETWORK],
    ['vary', OPTION],
    ['debug', OPTION],
    ['onError', OPTION],
    ['onDecision', OPTION],
    ['isPublicSuffix', OPTION],
    ['hook', PLUGIN],
    ['hideOptionsRoute', PLUGIN],
    ['logLevel', PLUGIN],
    ['aot', PLUGIN],
    ['logger', 'the options onError and onDecision tell what happens, leave it out'],
    ['cacheControl', 'maxAge alone governs how long a preflight is cached, leave it out'],
    ['keepHeadersOnError', 'responses to errors always keep the headers, leave it out'],
    [
      'secureContext',
      'it is not CORS, send Cross-Origin-Opener-Policy and Cross-Origin-Embedder-Policy in a way of your own',
    ],
    ['$schema', 'it is for editors, take it out before the configuration is parsed'],
  ])('says of %s: %s', (key, reason) => {
    expect(reasonForNoKey(plainName(key))).toBe(reason)
    expect(sentencesOf({ [key]: 1 })).toEqual([
      `key-unknown: ${JSON.stringify(key)} is not a key of a CORS configuration: ${reason}`,
    ])
  })

  it.each(['alloworigins', 'origin', 'foo', ''])('has none for %j', (name) => {
    expect(reasonForNoKey(name)).toBeNull()
  })
})
