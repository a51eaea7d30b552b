import fc from 'fast-check'
import type { TrialRequest } from '../trial.ts'
import { methods } from './method.ts'
import { requestHeaders } from './request-header.ts'

const credentialsModes = fc.constantFrom('omit' as const, 'same-origin' as const, 'include' as const)

const fetches: fc.Arbitrary<TrialRequest> = fc
  .record({
    method: methods,
    headers: requestHeaders,
    credentials: credentialsModes,
    mode: fc.oneof(
      { weight: 14, arbitrary: fc.constant('cors' as const) },
      { weight: 2, arbitrary: fc.constant('no-cors' as const) },
      { weight: 1, arbitrary: fc.constant('same-origin' as const) },
    ),
    redirect: fc.oneof(
      { weight: 12, arbitrary: fc.constant('follow' as const) },
      { weight: 1, arbitrary: fc.constantFrom('error' as const, 'manual' as const) },
    ),
    body: fc.option(fc.constantFrom('', 'a=1', '{"a":"\u00e9"}'), { freq: 2 }),
  })
  .map(({ body, ...rest }) => withBody({ ...rest, hop: 0, wait: 0 }, body))

/** An `XMLHttpRequest` with upload listeners, which has a preflight whatever else it is. It knows fewer modes. */
const uploads: fc.Arbitrary<TrialRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'patch'),
    headers: fc.subarray([
      ['X-A', '1'],
      ['Authorization', 'Bearer x'],
    ] as const),
    credentials: fc.constantFrom('same-origin' as const, 'include' as const),
    body: fc.option(fc.constantFrom('', 'a=1')),
  })
  .map(({ body, ...rest }) =>
    withBody({ ...rest, mode: 'cors', redirect: 'follow', hop: 0, wait: 0, uploadListeners: true }, body),
  )

/** Makes the first request of a trial. */
export const firstRequests: fc.Arbitrary<TrialRequest> = fc.oneof(
  { weight: 15, arbitrary: fetches },
  { weight: 1, arbitrary: uploads },
)

/** Makes a request that comes after another: the same, or with something changed that the preflight cache looks at. */
export function laterRequests(first: TrialRequest): fc.Arbitrary<TrialRequest> {
  if (first.uploadListeners === true) return fc.oneof(fc.constant(first), uploads, fetches)
  const { body, ...bodiless } = first
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(first) },
    { weight: 2, arbitrary: credentialsModes.map((credentials) => ({ ...first, credentials })) },
    { weight: 2, arbitrary: methods.map((method) => withBody({ ...bodiless, method }, body ?? null)) },
    { weight: 2, arbitrary: requestHeaders.map((headers) => ({ ...first, headers })) },
    { weight: 1, arbitrary: requestHeaders.map((more) => ({ ...first, headers: [...first.headers, ...more] })) },
    { weight: 1, arbitrary: firstRequests },
  )
}

/** Leaves the body out where it would be a mistake, but for the empty one: a mistake is made now and then. */
function withBody(request: TrialRequest, body: TrialRequest['body'] | null): TrialRequest {
  const isBodiless = /^(?:get|head)$/i.test(request.method) && (body !== '' || request.uploadListeners === true)
  return body === null || body === undefined || isBodiless ? request : { ...request, body }
}
