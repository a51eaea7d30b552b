import type { CorsDecision } from '@corsac/core'
import { warnMountedTwice } from '@corsac/fetch'
import type { Context } from 'hono'

/** Registered globally, so that two copies of the package on one request know of each other. */
const decisionKey: unique symbol = Symbol.for('@corsac/hono/decision')

type DecidedContext = Context & { [decisionKey]?: CorsDecision }

/** Finds the decision that was made about a request; `undefined` where none was, or is not yet. */
export function findDecision(c: DecidedContext): CorsDecision | undefined {
  return c[decisionKey]
}

/** Remembers the decision that was made about a request. */
export function rememberDecision(c: DecidedContext, decision: CorsDecision): void {
  c[decisionKey] = decision
}

/**
 * Recognises a request that an outer `cors()` has decided about. The outermost one wins everywhere, so an inner one passes
 * on; that there is a second one is said once, as a warning of the process.
 */
export function isMountedAgain(c: Context): boolean {
  if (findDecision(c) === undefined) return false
  warnMountedTwice()
  return true
}
