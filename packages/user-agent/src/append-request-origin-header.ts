import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest } from './fetch-request.ts'
import { appendHeader } from './header-list.ts'
import { isSameOrigin } from './origin.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'

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
): FetchRequest {
  const origin = requestOriginHeader(request, quirks)
  return origin === null ? request : { ...request, headers: appendHeader(request.headers, 'Origin', origin) }
}

/** Gives the value of the `Origin` header that a request has; `null` for none. */
export function requestOriginHeader(request: FetchRequest, quirks: EngineQuirks): string | null {
  const serializedOrigin = serializeRequestOrigin(request)
  if (request.responseTainting === 'cors' || request.mode === 'websocket' || request.mode === 'webtransport') {
    return serializedOrigin
  }
  if (request.past !== undefined && quirks.redirectedOrigin !== 'anew') return request.past.originHeader
  if (request.method === 'GET' || request.method === 'HEAD') {
    const isShown = request.credentials === 'include' && request.redirectedFrom.length === 0
    return isShown && request.origin === 'null' && quirks.opaqueOriginIsShownWithCredentials ? 'null' : null
  }
  return request.mode !== 'cors' && isOriginWithheld(request) ? 'null' : serializedOrigin
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
