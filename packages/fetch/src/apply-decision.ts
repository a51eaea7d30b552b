import { type CorsAnswer, type CorsDecisionHeaders, mergeVary } from '@corsac/core'

/** Makes the response to a preflight. */
export function answerOf(answer: CorsAnswer): Response {
  const response = new Response(answer.body ?? null, { status: answer.status })
  setHeaders(response.headers, answer)
  return response
}

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
  setHeaders(copy.headers, decision)
  return copy
}

function setHeaders(headers: Headers, decision: CorsDecisionHeaders): void {
  for (const name of decision.remove) headers.delete(name)
  for (const [name, value] of decision.set) headers.set(name, value)
  if (decision.vary.length > 0) headers.set('vary', mergeVary(headers.get('vary'), decision.vary))
}
