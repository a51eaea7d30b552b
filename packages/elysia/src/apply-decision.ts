import type { CorsDecisionHeaders } from '@corsac/core'
import { copyResponse, setDecisionHeaders } from '@corsac/fetch'

/** Marks headers that have been given to one request, and so must not be given to another. */
const takenKey: unique symbol = Symbol.for('@corsac/elysia/taken')

type TakenHeaders = Headers & { [takenKey]?: true }

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
  const copy = copyResponse(response)
  setDecisionHeaders(copy.headers, decision)
  return copy
}

function takeHeaders(headers: TakenHeaders, decision: CorsDecisionHeaders): boolean {
  if (headers[takenKey] === true) return false
  try {
    setDecisionHeaders(headers, decision)
  } catch {
    return false
  }
  headers[takenKey] = true
  return true
}
