import type { Context } from 'hono'
import { findDecision } from './context-decision.ts'

/**
 * Gives the CORS headers of a response for what is sent past Hono, such as what is written to the `outgoing` of
 * `@hono/node-server`.
 *
 * @returns Header names and values, `vary` among them; empty where `cors()` has not seen the request.
 */
export function corsHeaders(c: Context): Record<string, string> {
  const decision = findDecision(c)
  if (decision === undefined) return {}
  const headers = Object.fromEntries(decision.set)
  return decision.vary.length === 0 ? headers : { ...headers, vary: decision.vary.join(', ') }
}
