import type { CorsAnswer, CorsContinuation } from './cors-decision.ts'
import type { HeaderPairs } from './header-pairs.ts'

/** The decisions for one allowed origin, made when the policy is defined. */
export interface OriginDecisions {
  /** For actual requests. */
  readonly share: CorsContinuation
  /** For preflights; `null` where the answer depends on what else they say. */
  readonly answer: CorsAnswer | null
}

/** What the decisions for all allowed origins of a policy have in common. */
export interface OriginDecisionParts {
  /** The response headers that an application may not set beside this policy. */
  readonly remove: readonly string[]
  /** What responses vary on, whatever the request says. */
  readonly vary: readonly string[]
  /** Whether `Timing-Allow-Origin` repeats the allowed origin of the request. */
  readonly echoesTimingOrigin: boolean
  /** What an actual response gets after `Access-Control-Allow-Origin`. */
  readonly shareTail: HeaderPairs
  readonly preflightStatus: 200 | 204
  /** What the answer to a preflight gets after `Access-Control-Allow-Origin`; `null` where the request has a say in it. */
  readonly answerTail: HeaderPairs | null
}

/** Makes the decisions for an allowed origin before any request comes. */
export function decideAhead(parts: OriginDecisionParts, origin: string): OriginDecisions {
  return Object.freeze({
    share: shareWith(parts, origin),
    answer: parts.answerTail === null ? null : answerTo(parts, origin, parts.answerTail, parts.vary),
  })
}

/** Decides that a page of an origin may read the response to an actual request. */
export function shareWith(parts: OriginDecisionParts, origin: string): CorsContinuation {
  const allowOrigin = Object.freeze(['access-control-allow-origin', origin] as const)
  return Object.freeze({
    kind: 'continue',
    remove: parts.remove,
    set: Object.freeze(
      parts.echoesTimingOrigin
        ? [allowOrigin, Object.freeze(['timing-allow-origin', origin] as const), ...parts.shareTail]
        : [allowOrigin, ...parts.shareTail],
    ),
    vary: parts.vary,
  })
}

/** Decides how a preflight from an allowed origin is answered. */
export function answerTo(
  parts: OriginDecisionParts,
  origin: string,
  tail: HeaderPairs,
  vary: readonly string[],
): CorsAnswer {
  return Object.freeze({
    kind: 'answer',
    status: parts.preflightStatus,
    remove: parts.remove,
    set: Object.freeze([Object.freeze(['access-control-allow-origin', origin] as const), ...tail]),
    vary,
  })
}
