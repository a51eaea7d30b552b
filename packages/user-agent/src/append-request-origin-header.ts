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
export function appendRequestOriginHeader(request: FetchRequest): FetchRequest {
  const origin = requestOriginHeader(request)
  return origin === null ? request : { ...request, headers: appendHeader(request.headers, 'Origin', origin) }
}

function requestOriginHeader(request: FetchRequest): string | null {
  const serializedOrigin = serializeRequestOrigin(request)
  if (request.responseTainting === 'cors' || request.mode === 'websocket' || request.mode === 'webtransport') {
    return serializedOrigin
  }
  if (request.method === 'GET' || request.method === 'HEAD') return null
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
