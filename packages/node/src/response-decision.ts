import type { CorsDecision } from '@corsac/core'
import type { NodeResponse } from './node-message.ts'

/** Registered globally, so that two copies of the package on one response know of each other. */
const decisionKey: unique symbol = Symbol.for('@corsac/node/decision')

type DecidedResponse = NodeResponse & { [decisionKey]?: CorsDecision }

/** Finds the decision that was made about a response's request; `undefined` where none was, or is not yet. */
export function findDecision(response: DecidedResponse): CorsDecision | undefined {
  return response[decisionKey]
}

/** Remembers the decision that was made about a response's request. */
export function rememberDecision(response: DecidedResponse, decision: CorsDecision): void {
  response[decisionKey] = decision
}
