import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest } from './fetch-request.ts'
import { appendHeader } from './header-list.ts'
import { isSameOrigin } from './origin.ts'
import { guessRegistrableDomain, type RegistrableDomain } from './registrable-domain.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'
import { isSameSite } from './site.ts'

/**
 * Appends the `Origin` header to a request that has to have one.
 *
 * CORS requests always have it; others only where the method is neither `GET` nor `HEAD`, so that its presence says
 * nothing about CORS.
 *
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function appendRequestOriginHeader(
  request: FetchRequest,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
  registrableDomain: RegistrableDomain = guessRegistrableDomain,
): FetchRequest {
  const origin = requestOriginHeader(request, quirks, registrableDomain)
  return origin === null ? request : { ...request, headers: appendHeader(request.headers, 'Origin', origin) }
}

/** Gives the value of the `Origin` header that a request has; `null` for none. */
export function requestOriginHeader(
  request: FetchRequest,
  quirks: EngineQuirks,
  registrableDomain: RegistrableDomain,
): string | null {
  const serializedOrigin = serializeRequestOrigin(request)
  if (request.responseTainting === 'cors' || request.mode === 'websocket' || request.mode === 'webtransport') {
    return serializedOrigin
  }
  if (request.past !== undefined && quirks.redirectedOrigin !== 'anew') return request.past.originHeader
  if (request.method === 'GET' || request.method === 'HEAD') {
    return quirks.opaqueOriginIsShownWithCredentials && mayAskForStorage(request, registrableDomain) ? 'null' : null
  }
  return request.mode !== 'cors' && isOriginWithheld(request) ? 'null' : serializedOrigin
}

/**
 * Whether a request has the storage access status `inactive`: the page could ask for the cookies that it does not get. A
 * redirect to another origin ends it.
 *
 * @see https://privacycg.github.io/storage-access-headers/
 */
function mayAskForStorage(
  { credentials, origin, redirectedFrom, topLevelOrigin, url }: FetchRequest,
  registrableDomain: RegistrableDomain,
): boolean {
  const hasChangedOrigin = redirectedFrom.some((from) => from.origin !== url.origin)
  return (
    origin === 'null' &&
    !hasChangedOrigin &&
    credentials === 'include' &&
    isSameSite(topLevelOrigin, url.origin, registrableDomain)
  )
}

/** Whether the referrer policy keeps the origin from a server with which the page did not agree on CORS. */
function isOriginWithheld({ origin, referrerPolicy, url }: FetchRequest): boolean {
  switch (referrerPolicy) {
    case 'no-referrer':
      return true
    case 'no-referrer-when-downgrade':
    case 'strict-origin':
    case 'strict-origin-when-cross-origin':
      return origin.startsWith('https://') && url.protocol !== 'https:'
    case 'same-origin':
      return !isSameOrigin(origin, url)
    case 'origin':
    case 'origin-when-cross-origin':
    case 'unsafe-url':
      return false
  }
}
