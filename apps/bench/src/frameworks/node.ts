import type { IncomingMessage, ServerResponse } from 'node:http'
import { cors as corsac } from '@corsac/node'
import cors from 'cors'
import type { BenchPolicy } from './bench-policy.ts'
import { writeByHand } from './by-hand.ts'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, type Kind, TYPE } from './framework-bench.ts'
import { createNodeApp } from './node-app.ts'
import { peerOptions } from './peer-options.ts'
import { versionOf } from './version-of.ts'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** `node:http`, with middleware called by hand. */
export const nodeBench: FrameworkBench = {
  name: 'node',
  packages: { framework: `node ${process.versions.node}`, peer: versionOf('cors') },
  create: (kind, policy) => {
    const middleware = nodeMiddleware(kind, policy)
    return createNodeApp((request, response) => {
      if (middleware === null) handle(request, response)
      else
        middleware(request, response, () => {
          handle(request, response)
        })
    })
  },
}

function handle(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'OPTIONS') {
    response.statusCode = 204
    response.end()
    return
  }
  response.setHeader('content-type', TYPE)
  response.end(BODY)
}

/** What goes before the application on `node:http`, and on Express. */
export function nodeMiddleware(kind: Kind, policy: BenchPolicy): Middleware | null {
  switch (kind) {
    case 'bare':
      return null
    case 'inline':
      return inlineMiddleware(policy)
    case 'peer':
      return cors(peerOptions(policy))
    case 'corsac':
      return corsac(corsacConfig(policy))
  }
}

/** Headers by hand, with the calls of `node:http`; middleware of a framework that has no faster ones. */
export function inlineMiddleware(policy: BenchPolicy): Middleware {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  return (request, response, next) => {
    const { origin } = request.headers
    const isAllowed = fixedOrigin !== undefined || (origin !== undefined && allows(origin))
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
      response.statusCode = isAllowed ? 204 : 403
      if (fixedOrigin === undefined) response.setHeader('vary', 'Origin')
      if (isAllowed) {
        response.setHeader('access-control-allow-origin', fixedOrigin ?? origin ?? '')
        for (const [name, value] of preflight) response.setHeader(name, value)
      }
      response.end()
      return
    }
    if (fixedOrigin === undefined) response.setHeader('vary', 'Origin')
    if (isAllowed) {
      response.setHeader('access-control-allow-origin', fixedOrigin ?? origin ?? '')
      for (const [name, value] of actual) response.setHeader(name, value)
    }
    next()
  }
}
