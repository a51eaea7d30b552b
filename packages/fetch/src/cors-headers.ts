import { decisionHeaders } from '@corsac/core'
import { findDecision } from './request-decision.ts'

/**
 * Gives the CORS headers of a response for what is sent past the handler's own, such as an upgrade: by the request, while
 * it is being handled.
 *
 * @returns Header names and values, `vary` among them; empty where `cors()` has not seen the request.
 */
export function corsHeaders(request: Request): Record<string, string> {
  return decisionHeaders(findDecision(request)?.decision)
}
