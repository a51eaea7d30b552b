import type { IncomingMessage } from 'node:http'
import type { CorsDecision } from '@corsac/core'
import type { NodeResponse } from './node-message.ts'
import { ServerResponse } from './server-response.ts'

/** Registered globally, so that two copies of the package on one response know of each other. */
const decisionKey: unique symbol = Symbol.for('@corsac/node/decision')

type Keeper = object & { [decisionKey]?: CorsDecision }

/** Finds the decision that was made about a response's request; `undefined` where none was, or is not yet. */
export function findDecision(response: NodeResponse): CorsDecision | undefined {
  return keeperOf(response)[decisionKey]
}

/** Remembers the decision that was made about a response's request. */
export function rememberDecision(response: NodeResponse, decision: CorsDecision): void {
  keeperOf(response)[decisionKey] = decision
}

/**
 * Finds what a decision is kept on: the list of headers with which the request came, as neither changes. Express gives
 * every response a prototype, after which V8 takes microseconds to add a property to it.
 */
function keeperOf(response: NodeResponse): Keeper {
  // Simulated servers make responses that have no such list, or another one each time.
  const isOfNode = ServerResponse !== undefined && response instanceof ServerResponse
  return isOfNode ? (rawHeadersOf(response) ?? response) : response
}

function rawHeadersOf({ req }: { readonly req?: Partial<IncomingMessage> }): string[] | undefined {
  return req?.rawHeaders
}
