import { accessControlHeaders } from './access-control-headers.ts'
import type { CorsAnswer, CorsContinuation, CorsDecision } from './cors-decision.ts'
import { VARY_ON_ORIGIN } from './policy-program.ts'
import { isCorsPreflightRequest, type RequestHead } from './request-head.ts'

const HEADERS = { remove: accessControlHeaders, set: Object.freeze([]), vary: VARY_ON_ORIGIN } as const

/** Shares a response with nobody: for a binding that has to let a response go about which nothing could be decided. */
export const unshared: CorsContinuation = Object.freeze({ kind: 'continue', ...HEADERS })

const refusedPreflight: CorsAnswer = Object.freeze({ kind: 'answer', status: 403, ...HEADERS })

/** Lets nobody in. */
export function refuse(head: RequestHead): CorsDecision {
  return isCorsPreflightRequest(head) ? refusedPreflight : unshared
}
