import type { CorsDecision } from '@corsac/core'
import type { H3Event } from 'h3'

/** Registered globally, so that two copies of the package on one event know of each other. */
const decisionKey: unique symbol = Symbol.for('@corsac/h3/decision')

interface DecidedEvent extends H3Event {
  [decisionKey]?: CorsDecision
}

/** Finds the decision that was made about the request of an event; `undefined` where none was, or is not yet. */
export function findDecision(event: DecidedEvent): CorsDecision | undefined {
  return event[decisionKey]
}

/** Remembers the decision that was made about the request of an event. */
export function rememberDecision(event: DecidedEvent, decision: CorsDecision): void {
  event[decisionKey] = decision
}
