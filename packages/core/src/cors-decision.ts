import type { HeaderPairs } from './header-pairs.ts'

/**
 * What is to be done with one request, ready to be written to whatever response a framework has.
 *
 * To apply one: delete the response headers named in `remove`, set those in `set`, and merge `vary` into `Vary`
 * ({@link mergeVary}). Decisions are frozen, and shared between requests where they do not depend on the request.
 */
export type CorsDecision = CorsAnswer | CorsContinuation

/** A preflight that is answered at once; the application never sees it. */
export interface CorsAnswer extends CorsDecisionHeaders {
  readonly kind: 'answer'
  /** The response status: the policy's `preflightStatus`, or 403 where the origin is refused. */
  readonly status: number
  /** The response body; absent for an empty one. */
  readonly body?: string
}

/** A request that the application handles; the headers are applied when its response is sent. */
export interface CorsContinuation extends CorsDecisionHeaders {
  readonly kind: 'continue'
}

/** The header changes that both kinds of decision carry. */
export interface CorsDecisionHeaders {
  /** Lower-case names of the response headers to delete first, whoever set them. */
  readonly remove: readonly string[]
  /** The response headers to set then. */
  readonly set: HeaderPairs
  /** The request-header names to merge into `Vary`. */
  readonly vary: readonly string[]
}
