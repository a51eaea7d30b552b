import type { HeaderPairs } from '@corsac/user-agent'
import fc from 'fast-check'

type Header = readonly [name: string, value: string]

/** Values that a page would write, whatever the header. */
const plainValues = fc.constantFrom('1', 'a', 'x=y;z', '', '  padded\t', 'caf\u00e9', 'a, b')

/** Values at the edges: CORS-unsafe bytes, others outside ASCII, tabs, and lengths around the limit of 128. */
const edgeValues = fc.oneof(
  fc
    .constantFrom(...Array.from('"(),/:;<=>?@[\\]{}\t_*.~\u007f\u0080\u00a0\u00ff\u0001\u000b\u000c\u001f'))
    .map((byte) => `a${byte}b`),
  fc.constantFrom(127, 128, 129, 400).map((length) => 'a'.repeat(length)),
)

const values = fc.oneof({ weight: 4, arbitrary: plainValues }, { weight: 1, arbitrary: edgeValues })

const contentTypes = fc.constantFrom(
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json',
  'application/json',
  'TEXT/PLAIN',
  'Text/Plain; a=b',
  'text/plain, text/plain',
  'text/plain;charset="utf-8"',
  'text/plain;',
  'text/plain ; a',
  'text / plain',
  'text/plain\u00e9',
  'text/plain; \u00e9=1',
  'text',
  'text/',
  '',
  `text/plain; a=${'b'.repeat(114)}`,
  `text/plain; a=${'b'.repeat(115)}`,
)

const ranges = fc.constantFrom(
  'bytes=0-',
  'bytes=0-499',
  'bytes=5-5',
  'bytes=10-5',
  'bytes=-500',
  'bytes= 0-1',
  'bytes=0 -1',
  'bytes =0-1',
  'bytes=0-1, 3-4',
  'Bytes=0-1',
  'items=0-1',
  'bytes=',
  'bytes=-',
  'bytes=18446744073709551616-',
  '',
)

const languages = fc.oneof(
  fc.constantFrom('en', 'en-GB, en;q=0.5', '*', 'nn_NO', 'en\tde', 'en"', 'de; q=0.1,fr', ''),
  fc.constantFrom(127, 128, 129).map((length) => 'a'.repeat(length)),
)

const accepts = fc.oneof(
  fc.constantFrom(
    '*/*',
    'application/json',
    'text/html, */*;q=0.1',
    'text/html;level="1"',
    'a@b',
    'a\tb',
    'caf\u00e9',
    '',
  ),
  edgeValues,
)

/** Headers that the standard may find safe, by name. */
const safelistedNames: fc.Arbitrary<Header> = fc.oneof(
  fc.tuple(fc.constantFrom('Accept', 'accept'), accepts),
  fc.tuple(fc.constantFrom('Accept-Language', 'Content-Language'), languages),
  fc.tuple(fc.constantFrom('Content-Type', 'content-type'), contentTypes),
  fc.tuple(fc.constantFrom('Range', 'range'), ranges),
)

/** Headers that need the server's permission. */
const unsafeNames: fc.Arbitrary<Header> = fc.oneof(
  fc.tuple(fc.constantFrom('X-A', 'x-a', 'X-b', 'X-Request-Id', 'x_c', 'X-D!', '*'), values),
  fc.tuple(fc.constantFrom('Authorization', 'authorization'), fc.constantFrom('Bearer x', 'Basic eDp5', '')),
  fc.tuple(
    fc.constantFrom(
      'If-None-Match',
      'Cache-Control',
      'Pragma',
      'X-HTTP-Method-Override',
      'X-Forwarded-For',
      'Priority',
    ),
    fc.constantFrom('"x"', 'PATCH', 'no-cache'),
  ),
  fc.tuple(
    fc.constantFrom('DPR', 'Save-Data', 'Last-Event-ID', 'Downlink', 'Width', 'Purpose'),
    fc.constantFrom('1', 'on'),
  ),
)

/** Headers that a page cannot set, or only with some values. */
const forbidden: fc.Arbitrary<Header> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'Accept-Charset',
      'Access-Control-Request-Headers',
      'Access-Control-Request-Method',
      'Access-Control-Request-Private-Network',
      'Connection',
      'Cookie',
      'Cookie2',
      'Date',
      'DNT',
      'Expect',
      'Host',
      'Keep-Alive',
      'Origin',
      'Referer',
      'Set-Cookie',
      'TE',
      'Trailer',
      'Upgrade',
      'Via',
      'Proxy-X',
      'Sec-X',
      'User-Agent',
    ),
    fc.constantFrom('x', 'PUT'),
  ),
  fc.tuple(
    fc.constantFrom('X-HTTP-Method', 'X-HTTP-Method-Override', 'X-Method-Override'),
    fc.constantFrom('TRACE', 'connect', 'PUT', 'PUT, track', '"TRACE"', 'TRACER', ''),
  ),
)

/** Headers for which the page gets an exception. */
const mistakes: fc.Arbitrary<Header> = fc.constantFrom<Header[]>(
  ['a b', '1'],
  ['', '1'],
  ['X-A', 'x\ny'],
  ['X-A', 'x\0y'],
  ['X-A', '\u0100'],
  ['X-\u00c4', '1'],
)

const headers: fc.Arbitrary<Header> = fc.oneof(
  { weight: 10, arbitrary: safelistedNames },
  { weight: 10, arbitrary: unsafeNames },
  { weight: 2, arbitrary: forbidden },
  { weight: 0.2 * 5, arbitrary: fc.tuple(fc.constantFrom('X-A', 'x-a', 'Accept', 'Content-Type'), edgeValues) },
)

/** Safelisted values whose lengths add up to about the limit of 1024 bytes. */
const longTogether: fc.Arbitrary<HeaderPairs> = fc
  .tuple(
    fc.constantFrom('Accept', 'Accept-Language', 'Content-Language'),
    fc.integer({ min: 8, max: 9 }),
    fc.integer({ min: 110, max: 128 }),
  )
  .map(([name, count, length]) => Array.from({ length: count }, () => [name, 'a'.repeat(length)] as const))

/** The headers of a request, from none to many, some of them twice. */
export const requestHeaders: fc.Arbitrary<HeaderPairs> = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  { weight: 24, arbitrary: fc.array(headers, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(headers, { minLength: 3, maxLength: 8 }) },
  {
    weight: 2,
    arbitrary: headers.chain((header) =>
      fc.constantFrom([header, header], [header, [header[0].toLowerCase(), 'x'] as const]),
    ),
  },
  { weight: 1, arbitrary: longTogether },
  { weight: 1, arbitrary: fc.tuple(mistakes) },
)
