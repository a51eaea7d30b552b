import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { type CorsDecisionHeaders, mergeVary } from '@corsac/core'
import { applyWhenSent as applyNodesWay, findDecision } from '@corsac/node'

const isPrepared: unique symbol = Symbol('the decision is applied when the headers are sent')

interface PreparedResponse extends ServerResponse {
  [isPrepared]?: true
}

/**
 * Has the headers of the decision that is remembered by then applied when those of the response are sent.
 *
 * Fastify hands all headers of a reply to `writeHead` in one object. To put the decision's among them costs a tenth of
 * setting each by itself, which is what happens to whatever else is handed over.
 *
 * @param decideLate Decides where the headers are sent before anybody has; nothing is applied where it is left out.
 */
export function applyWhenSent(response: PreparedResponse, decideLate?: () => CorsDecisionHeaders): void {
  if (response[isPrepared] === true) return
  response[isPrepared] = true
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the response, in every branch
  const { writeHead } = response
  response.writeHead = function writeHeadWithCors(
    statusCode: number,
    reasonOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): ServerResponse {
    const decision = findDecision(response) ?? decideLate?.()
    if (decision !== undefined && isRecord(reasonOrHeaders) && response.getHeaderNames().length === 0)
      return writeHead.call(response, statusCode, mergeHeaders(reasonOrHeaders, decision))

    response.writeHead = writeHead
    if (decision !== undefined) applyNodesWay(response, decision)
    return typeof reasonOrHeaders === 'string'
      ? response.writeHead(statusCode, reasonOrHeaders, headers)
      : response.writeHead(statusCode, reasonOrHeaders)
  }
}

function isRecord(
  value: string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined,
): value is OutgoingHttpHeaders {
  return typeof value === 'object' && !Array.isArray(value)
}

function mergeHeaders(headers: OutgoingHttpHeaders, { remove, set, vary }: CorsDecisionHeaders): OutgoingHttpHeaders {
  const merged: OutgoingHttpHeaders = {}
  let ownVary: string | null = null
  for (const name of Object.keys(headers)) {
    const lowerCaseName = name.toLowerCase()
    if (vary.length > 0 && lowerCaseName === 'vary') ownVary = String(headers[name])
    else if (!remove.includes(lowerCaseName)) merged[name] = headers[name]
  }
  for (const [name, value] of set) merged[name] = value
  if (vary.length > 0) merged.vary = mergeVary(ownVary, vary)
  return merged
}
