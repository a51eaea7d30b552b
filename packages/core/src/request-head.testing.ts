import type { RequestHead } from './request-head.ts'

/** An actual request as a browser makes it; `null` for one without `Origin`. */
export function actual(origin: string | null, method = 'GET'): RequestHead {
  return { method, origin, accessControlRequestMethod: null, accessControlRequestHeaders: null }
}

/** A CORS-preflight request as a browser makes it. */
export function preflight(origin: string | null, method: string | null, headers: string | null = null): RequestHead {
  return { method: 'OPTIONS', origin, accessControlRequestMethod: method, accessControlRequestHeaders: headers }
}
