import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http'
import { type CorsAnswer, type CorsDecisionHeaders, mergeVary } from '@corsac/core'
import type { NodeResponse } from './node-message.ts'
import { findDecision } from './response-decision.ts'
import { ServerResponse } from './server-response.ts'

/** The headers that `writeHead` takes: an object, a flat list of names and values, or a list of pairs. */
type HeadersArgument = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined

/** The arguments of `writeHead`. */
export type WriteHeadArguments = [
  statusCode: number,
  reasonOrHeaders?: string | HeadersArgument,
  headers?: HeadersArgument,
]

const innerMethods: unique symbol = Symbol('the methods of the response that ours call')
const presentHeaders: unique symbol = Symbol('what kinds of headers have been set')
const lateDecision: unique symbol = Symbol('what decides where nobody has when headers are sent')

/** Whether a response has headers that were set one by one, and whether any may be of those that decisions remove. */
type PresentHeaders = 'none' | 'others' | 'maybe-removed'

/** What the two kinds of response have in common, for which there is no type. */
export interface ResponseMethods {
  setHeader(name: string, value: OutgoingHttpHeader): unknown
  writeHead(...args: WriteHeadArguments): unknown
}

interface AllResponseMethods extends ResponseMethods {
  appendHeader(name: string, value: string | readonly string[]): unknown
}

/** What is kept on a response. */
interface PreparedResponse extends AllResponseMethods {
  [innerMethods]?: AllResponseMethods
  [presentHeaders]?: PresentHeaders
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
  if (prepared[innerMethods] !== undefined) return
  prepared[presentHeaders] = findPresent(response.getHeaderNames())
  // The same functions for all responses, and what they need on these, cost a fraction of closures for each.
  prepared[innerMethods] = methodsOf(prepared)
  prepared.setHeader = setHeaderWithCors
  prepared.appendHeader = appendHeaderWithCors
  prepared.writeHead = writeHeadWithCors
  if (decideLate !== undefined) prepared[lateDecision] = decideLate
}

function findPresent(names: readonly string[]): PresentHeaders {
  if (names.length === 0) return 'none'
  return names.some(mayBeRemoved) ? 'maybe-removed' : 'others'
}

let latestMethods: AllResponseMethods | undefined

/** Most responses have those of the one before. */
function methodsOf(response: AllResponseMethods): AllResponseMethods {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- they are called on the response
  const { appendHeader, setHeader, writeHead } = response
  if (
    latestMethods?.setHeader !== setHeader ||
    latestMethods.appendHeader !== appendHeader ||
    latestMethods.writeHead !== writeHead
  )
    latestMethods = { appendHeader, setHeader, writeHead }
  return latestMethods
}

// To take note of what is set costs a fraction of asking the response for the names of its headers when they are sent.
function setHeaderWithCors(this: PreparedResponse, name: string, value: OutgoingHttpHeader): unknown {
  noteHeader(this, name)
  return this[innerMethods]?.setHeader.call(this, name, value)
}

function appendHeaderWithCors(this: PreparedResponse, name: string, value: string | readonly string[]): unknown {
  noteHeader(this, name)
  return this[innerMethods]?.appendHeader.call(this, name, value)
}

function noteHeader(response: PreparedResponse, name: unknown): void {
  // What is no text is Node's to complain about.
  if (typeof name === 'string' && mayBeRemoved(name)) response[presentHeaders] = 'maybe-removed'
  else if (response[presentHeaders] === 'none') response[presentHeaders] = 'others'
}

const A = 'a'.charCodeAt(0)
const T = 't'.charCodeAt(0)
const LOWER_CASE_BIT = 0x20

/** Tells by its first letter whether a header may be an `Access-Control-*` or `Timing-Allow-Origin`. */
function mayBeRemoved(name: string): boolean {
  const letter = name.charCodeAt(0) | LOWER_CASE_BIT
  return letter === A || letter === T
}

function isRemoved(name: string, remove: readonly string[]): boolean {
  return mayBeRemoved(name) && remove.includes(name.toLowerCase())
}

function writeHeadWithCors(this: NodeResponse & PreparedResponse, ...args: WriteHeadArguments): unknown
function writeHeadWithCors(
  this: NodeResponse & PreparedResponse,
  statusCode: number,
  reasonOrHeaders?: string | HeadersArgument,
  headers?: HeadersArgument,
): unknown {
  const inner = this[innerMethods]
  if (inner === undefined) return undefined
  const decision = findDecision(this) ?? this[lateDecision]?.()
  // Headers that are sent already are Node's to complain about.
  if (decision === undefined || this.headersSent)
    return inner.writeHead.call(this, statusCode, reasonOrHeaders, headers)
  if (reasonOrHeaders !== undefined || headers !== undefined || this[presentHeaders] !== 'others')
    return writeHeadWithDecision(this, inner, decision, [statusCode, reasonOrHeaders, headers])
  setDecisionHeaders(this, inner, decision, this.getHeader('vary'))
  return inner.writeHead.call(this, statusCode)
}

/**
 * Sends the head of a response with the headers of a decision applied, for a framework that offers the methods of its
 * responses for extension.
 *
 * @param inner The methods as they were.
 * @param args What `writeHead` was called with.
 */
export function writeHeadWithDecision(
  response: NodeResponse,
  inner: ResponseMethods,
  decision: CorsDecisionHeaders,
  args: WriteHeadArguments,
): unknown {
  const headers = readHeaders(response, args)
  const names = response.getHeaderNames()
  // All headers at once cost Node a fraction of setting each by itself.
  if (names.length === 0 && !Array.isArray(headers))
    return inner.writeHead.call(response, args[0], mergeHeaders(headers, decision))
  // Others who replace the method do not all take a list.
  if (names.length === 0 && Array.isArray(headers) && inner.writeHead === ServerResponse?.prototype.writeHead)
    return inner.writeHead.call(response, args[0], mergeHeaderList(headers, decision))
  setHeaders(response, headers)
  let ownVary: OutgoingHttpHeader | undefined
  // To go through what is there costs a fraction of removing each of what is not.
  for (const name of headers === undefined ? names : response.getHeaderNames()) {
    if (name === 'vary') ownVary = response.getHeader(name)
    else if (isRemoved(name, decision.remove)) response.removeHeader(name)
  }
  setDecisionHeaders(response, inner, decision, ownVary)
  return inner.writeHead.call(response, args[0])
}

function readHeaders(response: NodeResponse, [, reasonOrHeaders, moreHeaders]: WriteHeadArguments): HeadersArgument {
  if (typeof reasonOrHeaders === 'string') response.statusMessage = reasonOrHeaders
  return typeof reasonOrHeaders === 'object' ? reasonOrHeaders : moreHeaders
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
    // Most names need no look but at their first letter.
    if (vary.length > 0 && name.length === 'vary'.length && name.toLowerCase() === 'vary') ownVary = String(value)
    else if (!isRemoved(name, remove)) merged[name] = value
  }
  for (const pair of set) merged[pair[0]] = pair[1]
  if (vary.length > 0) merged.vary = mergeVary(ownVary, vary)
  return merged
}

function mergeHeaderList(
  headers: readonly OutgoingHttpHeader[],
  { remove, set, vary }: CorsDecisionHeaders,
): OutgoingHttpHeader[] {
  const merged: OutgoingHttpHeader[] = []
  let ownVary: string | null = null
  const flat = flatten(headers)
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const name = String(flat[index])
    const value = flat[index + 1]
    if (value === undefined) continue
    if (vary.length > 0 && name.length === 'vary'.length && name.toLowerCase() === 'vary')
      ownVary = ownVary === null ? String(value) : `${ownVary}, ${String(value)}`
    else if (!isRemoved(name, remove)) merged.push(name, value)
  }
  for (const pair of set) merged.push(pair[0], pair[1])
  if (vary.length > 0) merged.push('vary', mergeVary(ownVary, vary))
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
  const flat = flatten(headers)
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const value = flat[index + 1]
    if (value !== undefined) yield [String(flat[index]), value]
  }
}

function flatten(headers: readonly OutgoingHttpHeader[]): readonly OutgoingHttpHeader[] {
  return headers.every((item) => Array.isArray(item)) ? headers.flat() : headers
}

function toText(value: OutgoingHttpHeader): string | string[] {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : [...value]
}

function setDecisionHeaders(
  response: NodeResponse,
  inner: ResponseMethods,
  { set, vary }: CorsDecisionHeaders,
  ownVary: OutgoingHttpHeader | undefined,
): void {
  for (const pair of set) inner.setHeader.call(response, pair[0], pair[1])
  if (vary.length > 0)
    inner.setHeader.call(response, 'vary', mergeVary(ownVary === undefined ? null : String(ownVary), vary))
}
