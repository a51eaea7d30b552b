/**
 * What a CORS decision needs to know of a request.
 *
 * `null` means that the header is absent; an empty string means that it is present and empty, which is not the same:
 * an empty `Origin` is malformed, and an empty `Access-Control-Request-Method` still makes a preflight.
 * A header that came on several lines is given as one value, joined with `, `.
 */
export interface RequestHead {
  /** The request method, as it came. */
  readonly method: string
  /** The value of `Origin`. */
  readonly origin: string | null
  /** The value of `Access-Control-Request-Method`. */
  readonly accessControlRequestMethod: string | null
  /** The value of `Access-Control-Request-Headers`. */
  readonly accessControlRequestHeaders: string | null
}

/** What a CORS decision needs to know of a CORS-preflight request. */
export interface CorsPreflightRequestHead extends RequestHead {
  readonly origin: string
  readonly accessControlRequestMethod: string
}

/**
 * Tells whether a request is a CORS-preflight request: `OPTIONS` with `Origin` and `Access-Control-Request-Method`.
 *
 * Any other `OPTIONS` belongs to the application. Browsers forbid pages to set either header, so a request that
 * passes is a genuine preflight or was made by hand.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-request
 */
export function isCorsPreflightRequest(head: RequestHead): head is CorsPreflightRequestHead {
  return head.method === 'OPTIONS' && head.origin !== null && head.accessControlRequestMethod !== null
}
