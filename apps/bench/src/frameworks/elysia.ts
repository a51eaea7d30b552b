import type { RequestListener } from 'node:http'
import { cors as corsac } from '@corsac/elysia'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { cors as elysiaCors } from '@elysiajs/cors'
import { Elysia } from 'elysia'
import { toNodeHandler } from 'srvx/node'
import type { BenchPolicy } from './bench-policy.ts'
import { writeByHand } from './by-hand.ts'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, type Kind, TYPE } from './framework-bench.ts'
import { peerOrigin } from './peer-options.ts'
import { versionOf } from './version-of.ts'
import { createWebApp } from './web-app.ts'

/** Elysia, on Node by srvx as `@elysiajs/node` has it. */
export const elysiaBench: FrameworkBench = {
  name: 'elysia',
  packages: { framework: versionOf('elysia'), peer: versionOf('@elysiajs/cors') },
  create: (kind, policy) => {
    const app = new Elysia()
    use(app, kind, policy)
    app.get('/', ({ set }) => {
      set.headers['content-type'] = TYPE
      return BODY
    })
    // Its own status(204) has a body, with which no Response can be made.
    if (kind !== 'peer') app.options('/', () => new Response(null, { status: 204 }))
    app.compile()
    const handle = (request: Request): Response | Promise<Response> => app.fetch(request)
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- srvx types the requests of HTTP/1 and 2 as one
    return createWebApp(handle, toNodeHandler(handle) as RequestListener)
  },
}

function use(app: Elysia, kind: Kind, policy: BenchPolicy): void {
  switch (kind) {
    case 'bare':
      return
    case 'inline':
      useInline(app, policy)
      return
    case 'peer':
      app.use(
        elysiaCors({
          origin: peerOrigin(policy),
          credentials: policy.credentials,
          methods: policy.methods.map(String),
          allowedHeaders: [...policy.headers],
          exposeHeaders: [...policy.exposed],
          maxAge: policy.maxAge,
        }),
      )
      return
    case 'corsac':
      app.use(corsac(corsacConfig(policy), { isPublicSuffix }))
  }
}

function useInline(app: Elysia, policy: BenchPolicy): void {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  app.onRequest(({ request, set }) => {
    const origin = request.headers.get('origin')
    const isAllowed = fixedOrigin !== undefined || (origin !== null && allows(origin))
    const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
    if (fixedOrigin === undefined) set.headers.vary = 'Origin'
    if (isAllowed) {
      set.headers['access-control-allow-origin'] = fixedOrigin ?? origin ?? ''
      for (const [name, value] of isPreflight ? preflight : actual) set.headers[name] = value
    }
    if (!isPreflight) return undefined
    set.status = isAllowed ? 204 : 403
    return new Response(null, {
      status: isAllowed ? 204 : 403,
      headers: Object.entries(set.headers).map(([name, value]) => [name, String(value)]),
    })
  })
}
