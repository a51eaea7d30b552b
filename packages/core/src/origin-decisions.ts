import type { CorsAnswer, CorsContinuation, CorsDecision } from './cors-decision.ts'
import type { HeaderPairs } from './header-pairs.ts'

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

/**
 * The decisions for origins that have asked lately: most requests come from few of them. What is not in here is decided
 * about on the spot, to the same effect.
 */
export interface RecentDecisions {
  /** For actual requests of origins that are allowed. */
  readonly shares: Map<string, CorsContinuation>
  /** For preflights of origins that are allowed; empty where the answer depends on what else they say. */
  readonly answers: Map<string, CorsAnswer>
  /** The origin of the last actual request: to compare two texts takes a fraction of hashing one. */
  lastOrigin: string | null
  /** What was decided about it, allowed or not. */
  lastShare: CorsContinuation
}

/** Two decisions are some 700 bytes. */
const MAX_RECENT = 128

/** Begins with no decisions but the one that `null` stands for. */
export function createRecentDecisions(unshared: CorsContinuation): RecentDecisions {
  return { shares: new Map(), answers: new Map(), lastOrigin: null, lastShare: unshared }
}

/** Keeps a decision for the next request of its origin. */
export function keepRecent<Decision extends CorsDecision>(
  recent: Map<string, Decision>,
  origin: string,
  decision: Decision,
): Decision {
  // To begin anew costs less than to look for the oldest, and those that are asked for come back at once.
  if (recent.size >= MAX_RECENT) recent.clear()
  recent.set(origin, decision)
  return decision
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
