import type { CorsDecision } from '@corsac/core'

/** What was decided about a request that is being handled. */
export interface RequestDecision {
  readonly decision: CorsDecision
  /** Tells whose decision it is. */
  readonly by: unknown
}

/** Registered globally, so that two copies of the package on one request know of each other. */
const decisionKey: unique symbol = Symbol.for('@corsac/fetch/decision')

type DecidedRequest = Request & { [decisionKey]?: RequestDecision | undefined }

/** Finds what was decided about a request that is being handled; `undefined` where nothing was. */
export function findDecision(request: DecidedRequest): RequestDecision | undefined {
  return request[decisionKey]
}

/** Remembers what was decided about a request, while it is being handled. */
export function rememberDecision(request: DecidedRequest, decision: RequestDecision): void {
  request[decisionKey] = decision
}

/** Forgets it once the request has been handled: the same object may be handled again. */
export function forgetDecision(request: DecidedRequest): void {
  request[decisionKey] = undefined
}
