import { decisionHeaders } from '@corsac/core'
import type { H3Event } from 'h3'
import { findDecision } from './event-decision.ts'

/**
 * Gives the CORS headers of a response for what is sent past h3: early hints, a hijacked socket, a hook that replaces
 * headers.
 *
 * @returns Header names and values, `vary` among them; empty where `cors()` has not seen the request.
 */
export function corsHeaders(event: H3Event): Record<string, string> {
  return decisionHeaders(findDecision(event))
}
