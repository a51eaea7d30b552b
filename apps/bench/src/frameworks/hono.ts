import { cors as corsac } from '@corsac/hono'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { getRequestListener } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { cors as honoCors } from 'hono/cors'
import type { BenchPolicy } from './bench-policy.ts'
import { writeByHand } from './by-hand.ts'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, type Kind, TYPE } from './framework-bench.ts'
import { createNodeApp } from './node-app.ts'
import { versionOf } from './version-of.ts'
import { createWebApp } from './web-app.ts'

const packages = { framework: versionOf('hono'), peer: `${versionOf('hono')}, hono/cors` }

/** Hono on Node by its adapter, whose usual package is its own middleware. */
export const honoBench: FrameworkBench = {
  name: 'hono',
  packages,
  create: (kind, policy) => {
    const app = createApp(kind, policy)
    let listener: ReturnType<typeof getRequestListener> | undefined
    return createNodeApp((request, response) => {
      // It replaces the platform's Request and Response by faster ones, as its users have it; not before they are asked for.
      listener ??= getRequestListener(app.fetch)
      void listener(request, response)
    })
  },
}

/** Hono as a handler of web-standard requests, as runtimes other than Node have it. */
export const honoFetchBench: FrameworkBench = {
  name: 'hono fetch',
  packages,
  create: (kind, policy) => {
    const app = createApp(kind, policy)
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
    return createWebApp(app.fetch, (request, response) => void listener(request, response))
  },
}

function createApp(kind: Kind, policy: BenchPolicy): Hono {
  const app = new Hono()
  const middleware = middlewareOf(kind, policy)
  if (middleware !== null) app.use(middleware)
  app.get('/', (c) => c.body(BODY, 200, { 'content-type': TYPE }))
  app.options('/', (c) => c.body(null, 204))
  return app
}

function middlewareOf(kind: Kind, policy: BenchPolicy): MiddlewareHandler | null {
  const { credentials, exposed, headers, maxAge, methods, origins } = policy
  switch (kind) {
    case 'bare':
      return null
    case 'inline':
      return inline(policy)
    case 'peer': {
      const { allows } = writeByHand(policy)
      return honoCors({
        origin:
          typeof origins === 'object' && 'subdomainsOf' in origins
            ? (origin) => (allows(origin) ? origin : null)
            : origins === '*'
              ? '*'
              : [...origins],
        credentials,
        allowMethods: [...methods],
        allowHeaders: [...headers],
        exposeHeaders: [...exposed],
        maxAge,
      })
    }
    case 'corsac':
      return corsac(corsacConfig(policy), { isPublicSuffix })
  }
}

function inline(policy: BenchPolicy): MiddlewareHandler {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  return async (c, next) => {
    const origin = c.req.header('origin')
    const isAllowed = fixedOrigin !== undefined || (origin !== undefined && allows(origin))
    const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined
    if (fixedOrigin === undefined) c.header('vary', 'Origin')
    if (isAllowed) {
      c.header('access-control-allow-origin', fixedOrigin ?? origin)
      for (const [name, value] of isPreflight ? preflight : actual) c.header(name, value)
    }
    if (isPreflight) return c.body(null, isAllowed ? 204 : 403)
    await next()
    return undefined
  }
}
