import type { CorsDecisionHeaders } from '@corsac/core'
import { copyResponse } from './copy-response.ts'
import { setDecisionHeaders } from './set-decision-headers.ts'

/** Whether a text has its `Content-Type` only when it is sent, as on Bun, where a copy of its response then has none. */
let isTypedLate: boolean | undefined

/** The headers that responses had before they were given those of a decision. */
const ownHeaders = new WeakMap<Response, Headers>()

/**
 * Copies a response with the headers of a decision.
 *
 * It is always a copy: the headers of a response that came from `fetch` or a cache cannot be changed, and one that a
 * handler returns to several requests must not carry the origin of another. An upgrade (101) and a network error
 * (`Response.error()`) cannot be copied, and come back as they are; so does nothing at all, by which a handler says on Bun
 * that it has upgraded the connection.
 */
export function applyDecision<Result extends Response | undefined>(
  response: Result,
  decision: CorsDecisionHeaders,
): Result | Response {
  if (response === undefined || response.status < 200) return response
  // Asked here, because Workers may not make responses before there is a request.
  isTypedLate ??= new Response('').headers.get('content-type') === null
  if (isTypedLate && !response.headers.has('content-type') && takeHeaders(response, decision)) return response
  const copy = copyResponse(response, ownHeaders.get(response))
  setDecisionHeaders(copy.headers, decision)
  return copy
}

/** Gives a response itself the headers of a decision, once: it may be returned to the next request, too. */
function takeHeaders(response: Response, decision: CorsDecisionHeaders): boolean {
  if (ownHeaders.has(response)) return false
  const own = new Headers(response.headers)
  try {
    setDecisionHeaders(response.headers, decision)
  } catch {
    // That of `fetch` cannot be changed.
    return false
  }
  ownHeaders.set(response, own)
  return true
}
