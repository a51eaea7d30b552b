import { type CorsAnswer, type CorsDecisionHeaders, mergeVary } from '@corsac/core'

/** Marks headers that have been given to one request, and so must not be given to another. */
const takenKey: unique symbol = Symbol.for('@corsac/elysia/taken')

type TakenHeaders = Headers & { [takenKey]?: true }

/** Makes the response to a preflight. */
export function answerOf(answer: CorsAnswer): Response {
  const response = new Response(answer.body ?? null, { status: answer.status })
  setHeaders(response.headers, answer)
  return response
}

/**
 * Puts the headers of a decision on a response, or on a copy of one that does not take them: what came from `fetch` or a
 * cache, and what a handler has returned before, which may be on its way to another origin.
 *
 * An upgrade comes back as it is: a 101, or nothing at all where Bun has taken the request over. So does
 * `Response.error()`, which has no headers.
 */
export function applyDecision(response: unknown, decision: CorsDecisionHeaders): unknown {
  if (!(response instanceof Response) || response.status < 200 || takeHeaders(response.headers, decision))
    return response
  const copy = new Response(response.body, response)
  setHeaders(copy.headers, decision)
  return copy
}

function takeHeaders(headers: TakenHeaders, decision: CorsDecisionHeaders): boolean {
  if (headers[takenKey] === true) return false
  try {
    setHeaders(headers, decision)
  } catch {
    return false
  }
  headers[takenKey] = true
  return true
}

function setHeaders(headers: Headers, { remove, set, vary }: CorsDecisionHeaders): void {
  // Looking at the names that are there costs a fraction of deleting each of those that are not.
  for (const name of [...headers.keys()]) if (remove.includes(name)) headers.delete(name)
  for (const [name, value] of set) headers.set(name, value)
  if (vary.length > 0) headers.set('vary', mergeVary(headers.get('vary'), vary))
}
