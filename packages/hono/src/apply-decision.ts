import { type CorsAnswer, type CorsDecisionHeaders, mergeVary } from '@corsac/core'
import { copyResponse, setDecisionHeaders } from '@corsac/fetch'
import type { Context } from 'hono'
import type { StatusCode } from 'hono/utils/http-status'

/** Makes the response to a preflight; it keeps what has been set by middleware that is mounted outside. */
export function answerPreflight(c: Context, answer: CorsAnswer): Response {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a status is one of a union for Hono, not a number
  const response = c.newResponse(answer.body ?? null, answer.status as StatusCode)
  setDecisionHeaders(response.headers, answer)
  return response
}

/** Has Hono put the headers of a decision on the responses that it makes itself. */
export function prepareHeaders(c: Context, { set, vary }: CorsDecisionHeaders): void {
  for (const [name, value] of set) c.header(name, value)
  for (const name of vary) c.header('vary', name, { append: true })
}

/**
 * Sees to it that the response that Hono has come to says what the decision says, whoever made it. One that says anything
 * else is replaced by a copy: its headers may belong to others.
 */
export function applyDecision(c: Context, decision: CorsDecisionHeaders): void {
  if (!c.finalized) {
    // No handler has returned a response. Hono is about to fail, and its error handler makes one.
    for (const name of decision.remove) c.header(name)
    for (const [name, value] of decision.set) c.header(name, value)
    if (decision.vary.length > 0) c.header('vary', decision.vary.join(', '))
    return
  }
  if (isApplied(c.res.headers, decision) || isBeyondReach(c)) return
  const copy = copyResponse(c.res)
  setDecisionHeaders(copy.headers, decision)
  // Over a response that is still there, Hono would merge its headers into those of the copy.
  c.res = undefined
  c.res = copy
}

function isApplied(headers: Headers, { remove, set, vary }: CorsDecisionHeaders): boolean {
  let missing = set.length
  let isVaried = vary.length === 0
  // One pass over what is there costs less than asking for each name.
  for (const [name, value] of headers) {
    if (name === 'vary') isVaried ||= value === vary.join(', ') || value === mergeVary(value, vary)
    else if (set.some((pair) => pair[0] === name && pair[1] === value)) missing--
    else if (remove.includes(name)) return false
  }
  return isVaried && missing === 0
}

/**
 * Tells what is none of our business: an upgrade, by its status or, where a runtime switches protocols beside the
 * response, by the empty one that Hono's WebSocket helpers return there; `Response.error()`; and the constant by which
 * `@hono/node-server` is told that everything has been written already.
 */
function isBeyondReach({ req, res }: Context): boolean {
  if (res.status < 200 || res.headers.has('x-hono-already-sent')) return true
  if (res.status !== 200 || res.headers.has('content-type')) return false
  return req.header('upgrade')?.toLowerCase() === 'websocket' && res.body === null
}
