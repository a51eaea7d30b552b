// CORS by hand on `node:http`, line by line as the Fetch standard has it: https://fetch.spec.whatwg.org/#http-cors-protocol
import { createServer } from 'node:http'
import { guarded } from '../exam/application.mjs'
import {
  coversOrigin,
  hasStar,
  isConstant,
  isPattern,
  listen,
  listOf,
  pathOf,
  policy,
  policyOf,
} from '../exam/exam.mjs'

const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/

if (policy.allowCredentials && (hasStar(policy.allowOrigins) || policy.allowOrigins.includes('null'))) {
  throw new Error('Credentials go with listed origins only: anybody can be another origin, or an opaque one.')
}
if (![...listOf(policy.allowHeaders), ...listOf(policy.exposeHeaders)].every((name) => TOKEN.test(name))) {
  throw new Error('A name of a header is no name.')
}

listen(
  createServer((request, response) => {
    const own = policyOf(pathOf(request.url))
    const isPreflight =
      request.method === 'OPTIONS' &&
      request.headers.origin !== undefined &&
      request.headers['access-control-request-method'] !== undefined
    const headers = own === false ? {} : headersFor(own, request, isPreflight)
    const vary = own === false ? [] : varyOf(own, isPreflight)
    if (isPreflight) {
      response.writeHead(own === false ? 403 : own.preflightStatus, vary.length === 0 ? headers : { ...headers, vary })
      response.end()
      return
    }
    prevail(response, headers, vary)
    guarded(request, response)
  }),
)

/** The headers of the CORS protocol for one request, where its origin is allowed. */
function headersFor(own, { headers: { origin, ...requested } }, isPreflight) {
  if (!isConstant(own) && (origin === undefined || !coversOrigin(own, origin))) return {}
  const only = isConstant(own) ? own.allowOrigins[0] : origin
  const headers = { 'access-control-allow-origin': hasStar(own.allowOrigins) ? '*' : only }
  if (own.allowCredentials) headers['access-control-allow-credentials'] = 'true'
  if (own.timingAllowOrigin) {
    // Unlike the other header, this one is a list: https://www.w3.org/TR/resource-timing/#sec-timing-allow-origin
    const listed = !hasStar(own.allowOrigins) && !own.allowOrigins.some(isPattern)
    headers['timing-allow-origin'] = listed ? own.allowOrigins.join(', ') : headers['access-control-allow-origin']
  }
  if (!isPreflight) {
    if (own.exposeHeaders.length > 0) headers['access-control-expose-headers'] = listOf(own.exposeHeaders).join(', ')
    return headers
  }
  const methods = named(own, own.allowMethods, requested['access-control-request-method'])
  const names = named(own, own.allowHeaders, requested['access-control-request-headers'])
  if (methods !== '') headers['access-control-allow-methods'] = methods
  if (names !== '') headers['access-control-allow-headers'] = names
  headers['access-control-max-age'] = String(own.maxAge)
  return headers
}

/** With credentials browsers take the wildcard literally, so what was asked for stands for everything. */
function named(own, allowed, requested = '') {
  if (!hasStar(allowed) || !own.allowCredentials) return listOf(allowed).join(', ')
  const names = requested.split(',', 129).map((name) => name.trim())
  const isList = requested.length <= 1024 && names.length <= 128
  return isList ? names.filter((name) => TOKEN.test(name)).join(', ') : ''
}

function varyOf(own, isPreflight) {
  const echoes = (value) => isPreflight && own.allowCredentials && hasStar(value)
  return [
    ...(isConstant(own) ? [] : ['Origin']),
    ...(echoes(own.allowMethods) ? ['Access-Control-Request-Method'] : []),
    ...(echoes(own.allowHeaders) ? ['Access-Control-Request-Headers'] : []),
  ]
}

/** Writes the headers at the last moment: over those that the application has set itself, and beside its own `Vary`. */
function prevail(response, headers, vary) {
  const writeHead = response.writeHead
  response.writeHead = function (status, own = {}) {
    for (const [name, value] of Object.entries(own)) this.setHeader(name, value)
    for (const name of this.getHeaderNames()) if (name.startsWith('access-control-')) this.removeHeader(name)
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value)
    const there = [this.getHeader('vary') ?? []].flat().join(', ').split(/ *, */).filter(Boolean)
    const lowered = there.map((name) => name.toLowerCase())
    const added = lowered.includes('*') ? [] : vary.filter((name) => !lowered.includes(name.toLowerCase()))
    if (added.length > 0) this.setHeader('vary', [...there, ...added].join(', '))
    return writeHead.call(this, status)
  }
}
