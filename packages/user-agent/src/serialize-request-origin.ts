import type { FetchRequest } from './fetch-request.ts'
import { isSameOrigin } from './origin.ts'

/** The part of a request that its serialized origin depends on. */
export type RequestOriginParts = Pick<FetchRequest, 'origin' | 'redirectedFrom' | 'url'>

/**
 * Tells whether redirects have tainted a request's origin: whether its redirect-taint is not `same-origin`.
 *
 * Leaving one's own origin taints nothing; being sent away by somebody else's does, and for good. The standard further
 * tells same-site from cross-site taint, a difference that no step of CORS looks at.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export function isRedirectTainted({ origin, redirectedFrom, url }: RequestOriginParts): boolean {
  return redirectedFrom.some((from, index) => {
    const to = redirectedFrom[index + 1] ?? url
    return from.origin !== to.origin && !isSameOrigin(origin, from)
  })
}

/**
 * Serializes a request's origin: the value of its `Origin` header, and what a CORS check compares with.
 *
 * @see https://fetch.spec.whatwg.org/#serializing-a-request-origin
 */
export function serializeRequestOrigin(request: RequestOriginParts): string {
  return isRedirectTainted(request) ? 'null' : request.origin
}
