import type { CorsDecision } from '@corsac/core'

/** What was decided about a request, and by which `cors()`. */
export interface RequestDecision {
  readonly decision: CorsDecision
  /** The name of the policy. */
  readonly policy: string
}

/** Registered globally, so that two copies of the package on one request know of each other. */
const decisionKey: unique symbol = Symbol.for('@corsac/elysia/decision')

type DecidedRequest = Request & { [decisionKey]?: RequestDecision }

/** Finds what was decided about a request; `undefined` where nothing was, or is not yet. */
export function findDecision(request: DecidedRequest): RequestDecision | undefined {
  return request[decisionKey]
}

/** Remembers what was decided about a request. */
export function rememberDecision(request: DecidedRequest, decision: RequestDecision): void {
  request[decisionKey] = decision
}
