import type { CorsDecision } from '@corsac/core'
import { warnMountedTwice } from '@corsac/fetch'
import {
  findDecision as findNodeDecision,
  type NodeResponse,
  rememberDecision as rememberNodeDecision,
} from '@corsac/node'
import type { H3Event, Middleware } from 'h3'
import { findDecision } from './event-decision.ts'

/** Registered globally, so that two copies of the package on one response know of each other. */
const middlewareKey: unique symbol = Symbol.for('@corsac/h3/middleware')

type ClaimedResponse = NodeResponse & { [middlewareKey]?: Middleware }

/** Notes which `cors()` has decided about the request that a response of Node is for. */
export function claimResponse(response: ClaimedResponse, decision: CorsDecision, middleware: Middleware): void {
  rememberNodeDecision(response, decision)
  response[middlewareKey] = middleware
}

/**
 * Recognises a request that an outer `cors()` has decided about. The outermost one wins everywhere, so an inner one passes
 * on; that there is a second one is said once, as a warning of the process.
 */
export function isMountedAgain(event: H3Event, response: ClaimedResponse | undefined, middleware: Middleware): boolean {
  if (findDecision(event) !== undefined) {
    warnMountedTwice()
    return true
  }
  if (response === undefined || findNodeDecision(response) === undefined) return false
  // With `fetchWithEvent` an application sends itself a request that comes with the response of the first one.
  if (response[middlewareKey] !== middleware) warnMountedTwice()
  return true
}
