import type { CorsAnswer } from '@corsac/core'
import { setDecisionHeaders } from './set-decision-headers.ts'

/** Makes the response to a preflight. */
export function answerOf(answer: CorsAnswer): Response {
  const response = new Response(answer.body ?? null, { status: answer.status })
  setDecisionHeaders(response.headers, answer)
  return response
}
