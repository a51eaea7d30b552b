import type { CorsConfig, RequestHead } from '@corsac/core'
import fc from 'fast-check'

// Few words, so that prefixes, suffixes, ports and schemes are shared all the time.
const scheme = fc.constantFrom('https', 'http', 'capacitor')
const label = fc.constantFrom('a', 'b', 'ab', 'ba', 'foo', 'barfoo', 'example', 'com', 'localhost', '1')
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'))
const address = fc.constantFrom('127.0.0.1', '127.1', '[::1]', '[::0001]', '1.2.3.4.5', '0x7f.1')
const host = fc.oneof({ weight: 9, arbitrary: name }, address)
const port = fc.constantFrom('', '', ':1', ':10', ':8443', ':443', ':80', ':65536', ':0')
const originText = fc.tuple(scheme, host, port).map((parts) => `${parts[0]}://${parts[1]}${parts[2]}`)

/** Patterns as they stand in lists, right or nearly right. */
export const patternText: fc.Arbitrary<string> = fc
  .tuple(scheme, fc.constantFrom('', '', '*.'), host, fc.oneof(port, fc.constant(':*')))
  .map((parts) => `${parts[0]}://${parts.slice(1).join('')}`)

/** Any bytes that a header value can hold, the forbidden ones included: a runtime's parser may let them through. */
const bytes = fc.string({ unit: 'binary-ascii', maxLength: 40 })
/** Around every cap, and far past all of them. */
const length = fc.oneof(
  fc.nat(300),
  fc.nat(10_000),
  fc.constantFrom(62, 63, 64, 65, 126, 127, 252, 253, 254, 4096, 4097),
)
const anyText = fc.oneof(bytes, fc.string({ unit: 'grapheme', maxLength: 20 }))
const repeated = fc
  .tuple(fc.constantFrom(',', ' ', '\t', ' ,', 'a,', 'x', '.', 'a.', '-', ':', '/', '\r\n', '\0'), length)
  .map(([unit, count]) => unit.repeat(count))

/** Origins with a label, or a number of labels, around what DNS allows. */
const longOrigin = fc
  .tuple(scheme, fc.constantFrom('x', 'x.', 'abcdefg.'), length, name)
  .map(([s, unit, count, n]) => `${s}://${unit.repeat(count)}.${n}`.replaceAll('..', '.'))

/** Origins as they come: right, nearly right, or anything. */
export const originValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: originText },
  {
    weight: 4,
    arbitrary: fc.tuple(originText, originText, fc.nat(40)).map(([a, b, at]) => a.slice(0, at) + b.slice(at)),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(originText, bytes, fc.nat(40)).map(([a, b, at]) => a.slice(0, at) + b + a.slice(at)),
  },
  { weight: 2, arbitrary: patternText },
  {
    weight: 2,
    arbitrary: fc.constantFrom('null', '', '*', 'https://', 'https://a..b', 'https://a.com, https://b.com'),
  },
  { weight: 2, arbitrary: originText.map((text) => `${text}.`) },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.tuple(originText, repeated).map(([a, b]) => a + b) },
  { weight: 1, arbitrary: fc.tuple(scheme, repeated, name).map(([s, r, n]) => `${s}://${r}${n}`) },
  { weight: 3, arbitrary: longOrigin },
)

const token = fc.string({ unit: fc.constantFrom(...Array.from("aBz09!#$%&'*+-.^_`|~")), minLength: 1, maxLength: 12 })
const method = fc.constantFrom('GET', 'PUT', 'PATCH', 'patch', 'DELETE', 'TRACE', 'PURGE', '*')
const headerName = fc.constantFrom('content-type', 'Authorization', 'x-a', 'X-B', '*', 'cookie', 'origin')

const fieldValue = fc.oneof(
  method,
  token,
  anyText,
  repeated,
  fc.array(fc.oneof(headerName, token, anyText), { maxLength: 8 }).map((names) => names.join(',')),
  fc.array(token, { maxLength: 160 }).map((names) => names.join(' ,\t')),
)

/** What a stranger can make of a request. */
export const requestHead: fc.Arbitrary<RequestHead> = fc.record({
  method: fc.oneof(fc.constantFrom('OPTIONS', 'OPTIONS', 'GET', 'POST'), anyText),
  origin: fc.option(originValue, { freq: 12 }),
  accessControlRequestMethod: fc.option(fieldValue),
  accessControlRequestHeaders: fc.option(fieldValue),
})

/** A predicate that is too trusting, as users write them: what keeps it from harm is what it is never asked. */
function endsWithCom(origin: string): boolean {
  return origin.endsWith('com')
}

/** Configurations whose keys are all of their types; many of them are refused for what they say. */
export const typedConfig: fc.Arbitrary<CorsConfig> = fc.record(
  {
    allowOrigins: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.array(fc.oneof({ weight: 12, arbitrary: patternText }, fc.constantFrom('null', '*')), {
          maxLength: 6,
        }),
      },
      { weight: 1, arbitrary: fc.constant('*' as const) },
      { weight: 1, arbitrary: fc.constant(endsWithCom) },
    ),
    allowCredentials: fc.boolean(),
    allowMethods: fc.oneof(fc.constant('*' as const), fc.array(fc.oneof(method, token), { maxLength: 4 })),
    allowHeaders: fc.oneof(fc.constant('*' as const), fc.array(fc.oneof(headerName, token), { maxLength: 4 })),
    exposeHeaders: fc.oneof(fc.constant('*' as const), fc.array(fc.oneof(headerName, token), { maxLength: 4 })),
    maxAge: fc.oneof(fc.constantFrom(0, 5, 600, 86_400), fc.integer()),
    preflightStatus: fc.constantFrom(200 as const, 204 as const),
    timingAllowOrigin: fc.boolean(),
    dangerouslyAllowInsecureOrigins: fc.constant(true),
    dangerouslyAllowPublicSuffixes: fc.constant(true),
  },
  { requiredKeys: ['dangerouslyAllowInsecureOrigins', 'dangerouslyAllowPublicSuffixes'] },
)

/** Anything that JSON, YAML or a careless program could hand over for a configuration. */
export const untypedConfig: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ maxDepth: 2, maxKeys: 4, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  fc.dictionary(
    fc.oneof(
      fc.constantFrom('allowOrigins', 'allowCredentials', 'allowMethods', 'allowHeaders', 'exposeHeaders', 'maxAge'),
      fc.constantFrom('preflightStatus', 'timingAllowOrigin', '__proto__', 'constructor', 'origin'),
      fc.string({ maxLength: 5 }),
    ),
    fc.oneof(
      fc.anything({ maxDepth: 1, maxKeys: 3 }),
      fc.array(fc.oneof(anyText, originValue, patternText, token), { maxLength: 4 }),
      anyText,
    ),
    { maxKeys: 5 },
  ),
)
