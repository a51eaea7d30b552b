import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http'
import { type CorsAnswer, type CorsDecisionHeaders, mergeVary } from '@corsac/core'
import type { NodeResponse } from './node-message.ts'
import { findDecision } from './response-decision.ts'

/** The headers that `writeHead` takes: an object, a flat list of names and values, or a list of pairs. */
type HeadersArgument = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined

const innerWriteHead: unique symbol = Symbol('the writeHead that is called once the decision is applied')
const lateDecision: unique symbol = Symbol('what decides where nobody has when headers are sent')

/** What the two kinds of response have in common, for which there is no type, and what is kept on them. */
interface PreparedResponse {
  writeHead(statusCode: number, reasonOrHeaders?: string | HeadersArgument, headers?: HeadersArgument): unknown
  [innerWriteHead]?: PreparedResponse['writeHead']
  [lateDecision]?: () => CorsDecisionHeaders
}

/** Answers a preflight, whose decision {@link applyWhenSent} is going to apply; the application never sees it. */
export function sendAnswer(response: NodeResponse, { body, status }: CorsAnswer): void {
  response.statusCode = status
  if (body === undefined) response.end()
  else response.end(body)
}

/**
 * Has the headers of the decision that is remembered by then applied at the moment at which the response's headers are
 * sent, so that they survive an error handler that clears headers, and a handler that sets its own `Vary` or
 * `Access-Control-*`.
 *
 * Every final response of Node ends in `writeHead`, called by the application or by Node itself.
 *
 * @param decideLate Decides where the headers are sent before anybody has; nothing is applied where it is left out.
 */
export function applyWhenSent(response: NodeResponse, decideLate?: () => CorsDecisionHeaders): void {
  const prepared: PreparedResponse = response
  if (prepared[innerWriteHead] !== undefined) return
  // One function for all responses, and what it needs on them, costs a fraction of a closure for each.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the response
  prepared[innerWriteHead] = prepared.writeHead
  prepared.writeHead = writeHeadWithCors
  if (decideLate !== undefined) prepared[lateDecision] = decideLate
}

function writeHeadWithCors(
  this: NodeResponse & PreparedResponse,
  statusCode: number,
  reasonOrHeaders?: string | HeadersArgument,
  moreHeaders?: HeadersArgument,
): unknown {
  const decision = findDecision(this) ?? this[lateDecision]?.()
  const writeHead = this[innerWriteHead]
  if (writeHead === undefined) return undefined
  // Headers that are sent already are Node's to complain about.
  if (decision === undefined || this.headersSent) return writeHead.call(this, statusCode, reasonOrHeaders, moreHeaders)

  if (typeof reasonOrHeaders === 'string') this.statusMessage = reasonOrHeaders
  const headers = typeof reasonOrHeaders === 'object' ? reasonOrHeaders : moreHeaders
  const names = this.getHeaderNames()
  // One object for all headers costs Node a fraction of setting each by itself.
  if (names.length === 0 && !Array.isArray(headers))
    return writeHead.call(this, statusCode, mergeHeaders(headers, decision))
  setHeaders(this, headers)
  setDecisionHeaders(this, decision, headers === undefined ? names : this.getHeaderNames())
  return writeHead.call(this, statusCode)
}

function mergeHeaders(
  headers: OutgoingHttpHeaders = {},
  { remove, set, vary }: CorsDecisionHeaders,
): OutgoingHttpHeaders {
  const merged: OutgoingHttpHeaders = {}
  let ownVary: string | null = null
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    if (name === '' || value === undefined) continue
    const lowerCaseName = name.toLowerCase()
    if (vary.length > 0 && lowerCaseName === 'vary') ownVary = String(value)
    else if (!remove.includes(lowerCaseName)) merged[name] = value
  }
  for (const [name, value] of set) merged[name] = value
  if (vary.length > 0) merged.vary = mergeVary(ownVary, vary)
  return merged
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

function setDecisionHeaders(
  response: NodeResponse,
  { remove, set, vary }: CorsDecisionHeaders,
  names: readonly string[],
): void {
  let ownVary: OutgoingHttpHeader | undefined
  // To go through what is there costs a fraction of removing each of what is not.
  for (const name of names) {
    if (name === 'vary') ownVary = response.getHeader(name)
    else if (remove.includes(name)) response.removeHeader(name)
  }
  for (const [name, value] of set) response.setHeader(name, value)
  if (vary.length > 0) response.setHeader('vary', mergeVary(ownVary === undefined ? null : String(ownVary), vary))
}
