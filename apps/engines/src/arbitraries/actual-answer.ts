import type { HeaderPairs } from '@corsac/user-agent'
import fc from 'fast-check'
import type { Answer, TrialRequest } from '../trial.ts'
import { type Manner, oneOfFields, toFields } from './field-values.ts'
import { listFields } from './list-syntax.ts'
import { sharingHeaders } from './sharing.ts'

/** Headers that a page may be able to read, or not. */
const RESPONSE_HEADERS: HeaderPairs = [
  ['X-One', '1'],
  ['X-Two', '2'],
  ['x-two', 'again'],
  ['Content-Type', 'text/plain'],
  ['content-type', 'application/json'],
  ['Content-Language', 'en'],
  ['Expires', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Last-Modified', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Pragma', 'no-cache'],
  ['ETag', '"x"'],
  ['Set-Cookie', 'a=1; Path={path}'],
  ['Set-Cookie', 'b=2; Path={path}; SameSite=Strict'],
  ['Set-Cookie2', 'a=1'],
  ['Authorization', 'Bearer y'],
  ['*', 'star'],
  ['Location', '{hop:0}'],
  ['Vary', 'Origin'],
  ['Timing-Allow-Origin', '*'],
]

const EXPOSABLE = [
  'X-One',
  'x-two',
  'ETag',
  'Set-Cookie',
  'Set-Cookie2',
  'Authorization',
  'Access-Control-Allow-Origin',
  '*',
  'X-Absent',
]

const statuses = fc.oneof(
  { weight: 3, arbitrary: fc.constant(200) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      201,
      204,
      205,
      206,
      226,
      300,
      304,
      306,
      400,
      401,
      403,
      404,
      405,
      410,
      418,
      500,
      503,
      599,
    ),
  },
)

/** Makes the last answer to a request. */
export function finalAnswers({ credentials }: TrialRequest, isTainted: boolean, manner: Manner): fc.Arbitrary<Answer> {
  return fc
    .record({
      status: statuses,
      sharing: sharingHeaders({ credentials, isTainted }, manner),
      exposed: fc.oneof(fc.constant([]), listFields({ wanted: ['X-One'], others: EXPOSABLE }, manner)),
      more: fc.shuffledSubarray([...RESPONSE_HEADERS], { maxLength: 6 }),
    })
    .map(({ status, sharing, exposed, more }) => ({
      status,
      headers: [...sharing, ...toFields('Access-Control-Expose-Headers', exposed), ...more],
    }))
}

const referrerPolicies = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: oneOfFields(['no-referrer'], ['same-origin'], ['origin'], ['unsafe-url'], ['no-referrer, nonsense']),
  },
)

/** Makes an answer that leads on to another hop, or tries to. */
export function redirectingAnswers(
  { credentials }: TrialRequest,
  isTainted: boolean,
  manner: Manner,
  { own, next }: { readonly own: number; readonly next: number },
): fc.Arbitrary<Answer> {
  const rightLocations = oneOfFields(
    [`{hop:${next}}`],
    [`{hop:${next}}`],
    [`{hop:${next}}#fragment`],
    [`  {hop:${next}}\t`],
  )
  const oddLocations = oneOfFields(
    [],
    [''],
    [`{userinfo:${next}}`],
    [`{hop:${own}}`],
    [`{hop:${next}}`, `{hop:${next}}`],
    [`{hop:${next}}`, `{hop:${own}}`],
    ['http://['],
    ['ftp://a.example/'],
    ['data:,x'],
    ['about:blank'],
    ['blob:{app}/x'],
  )
  return fc
    .record({
      status: fc.constantFrom(301, 302, 303, 307, 308),
      sharing: sharingHeaders({ credentials, isTainted }, manner),
      location: manner === 'right' ? rightLocations : fc.oneof(rightLocations, oddLocations),
      policy: referrerPolicies,
    })
    .map(({ status, sharing, location, policy }) => ({
      status,
      headers: [...sharing, ...toFields('Location', location), ...toFields('Referrer-Policy', policy)],
    }))
}
