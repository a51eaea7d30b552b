import { decisionHeaders } from '@corsac/core'
import type { Context } from 'hono'
import { findDecision } from './context-decision.ts'

/**
 * Gives the CORS headers of a response for what is sent past Hono, such as what is written to the `outgoing` of
 * `@hono/node-server`.
 *
 * @returns Header names and values, `vary` among them; empty where `cors()` has not seen the request.
 */
export function corsHeaders(c: Context): Record<string, string> {
  return decisionHeaders(findDecision(c))
}
