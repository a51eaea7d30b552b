import type { RequestListener } from 'node:http'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { cors as corsac } from '@corsac/fetch'
import { toNodeHandler } from 'srvx/node'
import type { BenchPolicy } from '../frameworks/bench-policy.ts'
import { writeByHand } from '../frameworks/by-hand.ts'
import { corsacConfig } from '../frameworks/corsac-config.ts'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { createWebApp } from '../frameworks/web-app.ts'
import type { CountedKind } from './counted-subject.ts'
import type { CountedApp } from './scenario-subjects.ts'

type Handler = (request: Request) => Response | Promise<Response>

/** A web-standard handler without a framework. */
export function createFetchApp(kind: CountedKind, policy: BenchPolicy): CountedApp {
  const handler = handlerOf(kind, policy)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- srvx types the requests of HTTP/1 and 2 as one
  return createWebApp(handler, toNodeHandler(handler) as RequestListener)
}

function handlerOf(kind: CountedKind, policy: BenchPolicy): Handler {
  switch (kind) {
    case 'bare':
      return handle
    case 'byHand':
      return byHand(policy)
    case 'corsac':
      return corsac(corsacConfig(policy), { isPublicSuffix })(handle)
  }
}

function handle({ method }: Request): Response {
  return method === 'OPTIONS'
    ? new Response(null, { status: 204 })
    : new Response(BODY, { headers: { 'content-type': TYPE } })
}

function byHand(policy: BenchPolicy): Handler {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  return (request) => {
    const origin = request.headers.get('origin')
    const isAllowed = fixedOrigin !== undefined || (origin !== null && allows(origin))
    const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
    const response = isPreflight ? new Response(null, { status: isAllowed ? 204 : 403 }) : handle(request)
    if (fixedOrigin === undefined) response.headers.set('vary', 'Origin')
    if (isAllowed) {
      response.headers.set('access-control-allow-origin', fixedOrigin ?? origin ?? '')
      for (const [name, value] of isPreflight ? preflight : actual) response.headers.set(name, value)
    }
    return response
  }
}
