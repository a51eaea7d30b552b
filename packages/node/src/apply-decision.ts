import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http'
import { type CorsAnswer, type CorsDecisionHeaders, mergeVary } from '@corsac/core'
import type { NodeResponse } from './node-message.ts'

/** The headers that `writeHead` takes: an object, a flat list of names and values, or a list of pairs. */
type HeadersArgument = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined

/** What the two kinds of response have in common, for which there is no type. */
interface HeadWriter {
  writeHead(statusCode: number, reasonOrHeaders?: string | HeadersArgument, headers?: HeadersArgument): unknown
}

/** Answers a preflight; the application never sees it. */
export function sendAnswer(response: NodeResponse, answer: CorsAnswer): void {
  response.statusCode = answer.status
  setDecisionHeaders(response, answer)
  if (answer.body === undefined) response.end()
  else response.end(answer.body)
}

/**
 * Has the headers of a decision applied at the moment at which the response's headers are sent, so that they survive an
 * error handler that clears headers, and a handler that sets its own `Vary` or `Access-Control-*`.
 *
 * Every final response of Node ends in `writeHead`, called by the application or by Node itself.
 */
export function applyWhenSent(response: NodeResponse, decision: CorsDecisionHeaders): void {
  const writer: HeadWriter = response
  const writeHead: (statusCode: number) => unknown = writer.writeHead.bind(response)
  writer.writeHead = function writeHeadWithCors(
    statusCode: number,
    reasonOrHeaders?: string | HeadersArgument,
    headers?: HeadersArgument,
  ): unknown {
    // Headers that are sent already are Node's to complain about.
    if (!response.headersSent) {
      if (typeof reasonOrHeaders === 'string') response.statusMessage = reasonOrHeaders
      setHeaders(response, typeof reasonOrHeaders === 'object' ? reasonOrHeaders : headers)
      setDecisionHeaders(response, decision)
    }
    return writeHead(statusCode)
  }
}

/** Sets what was passed to `writeHead` as Node would: it replaces what was set before, and repeated names are kept. */
function setHeaders(response: NodeResponse, headers: HeadersArgument): void {
  if (headers === undefined) return
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers))
      if (name !== '' && value !== undefined) response.setHeader(name, value)
    return
  }
  const seen = new Set<string>()
  for (const [name, value] of pairHeaders(headers)) {
    if (seen.has(name.toLowerCase())) response.appendHeader(name, toText(value))
    else response.setHeader(name, value)
    seen.add(name.toLowerCase())
  }
}

function* pairHeaders(
  headers: readonly OutgoingHttpHeader[],
): Generator<readonly [name: string, value: OutgoingHttpHeader]> {
  const flat = headers.every((item) => Array.isArray(item)) ? headers.flat() : headers
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const value = flat[index + 1]
    if (value !== undefined) yield [String(flat[index]), value]
  }
}

function toText(value: OutgoingHttpHeader): string | string[] {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : [...value]
}

function setDecisionHeaders(response: NodeResponse, decision: CorsDecisionHeaders): void {
  for (const name of decision.remove) response.removeHeader(name)
  for (const [name, value] of decision.set) response.setHeader(name, value)
  if (decision.vary.length > 0) {
    const current = response.getHeader('vary')
    response.setHeader('vary', mergeVary(current === undefined ? null : String(current), decision.vary))
  }
}
