import { decisionHeaders } from '@corsac/core'
import type { NodeResponse } from './node-message.ts'
import { findDecision } from './response-decision.ts'

/**
 * Gives the CORS headers of a response for what is sent past `writeHead`: a hijacked socket, early hints, a proxy that
 * writes raw.
 *
 * @returns Header names and values, `vary` among them; empty where `cors()` has not seen the request.
 */
export function corsHeaders(response: NodeResponse): Record<string, string> {
  return decisionHeaders(findDecision(response))
}
