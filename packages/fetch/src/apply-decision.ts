import type { CorsDecisionHeaders } from '@corsac/core'
import { setDecisionHeaders } from './set-decision-headers.ts'

/**
 * Copies a response with the headers of a decision.
 *
 * It is always a copy: the headers of a response that came from `fetch` or a cache cannot be changed, and one that a
 * handler returns to several requests must not carry the origin of another. An upgrade (101) and a network error
 * (`Response.error()`) cannot be copied, and come back as they are.
 */
export function applyDecision(response: Response, decision: CorsDecisionHeaders): Response {
  if (response.status < 200) return response
  const copy = new Response(response.body, response)
  setDecisionHeaders(copy.headers, decision)
  return copy
}
