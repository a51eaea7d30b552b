import { cors as corsac } from '@corsac/koa'
import koaCors from '@koa/cors'
import Koa, { type Middleware } from 'koa'
import type { BenchPolicy } from './bench-policy.ts'
import { writeByHand } from './by-hand.ts'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, type Kind, TYPE } from './framework-bench.ts'
import { createNodeApp } from './node-app.ts'
import { versionOf } from './version-of.ts'

/** Koa. */
export const koaBench: FrameworkBench = {
  name: 'koa',
  packages: { framework: versionOf('koa'), peer: versionOf('@koa/cors') },
  create: (kind, policy) => {
    const app = new Koa()
    const middleware = middlewareOf(kind, policy)
    if (middleware !== null) app.use(middleware)
    app.use((ctx) => {
      if (ctx.method === 'OPTIONS') {
        ctx.status = 204
        return
      }
      ctx.type = TYPE
      ctx.body = BODY
    })
    const listener = app.callback()
    return createNodeApp((request, response) => void listener(request, response))
  },
}

function middlewareOf(kind: Kind, policy: BenchPolicy): Middleware | null {
  const { credentials, exposed, headers, maxAge, methods, origins } = policy
  switch (kind) {
    case 'bare':
      return null
    case 'inline':
      return inline(policy)
    case 'peer': {
      const { allows, fixedOrigin } = writeByHand(policy)
      return koaCors({
        // A list is not among its options.
        ...(origins !== '*' && {
          origin: fixedOrigin ?? ((ctx) => (allows(ctx.get('Origin')) ? ctx.get('Origin') : '')),
        }),
        credentials,
        allowMethods: [...methods],
        allowHeaders: [...headers],
        exposeHeaders: [...exposed],
        maxAge,
      })
    }
    case 'corsac':
      return corsac(corsacConfig(policy))
  }
}

function inline(policy: BenchPolicy): Middleware {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  return (ctx, next) => {
    const { origin } = ctx.req.headers
    const isAllowed = fixedOrigin !== undefined || (origin !== undefined && allows(origin))
    const isPreflight = ctx.method === 'OPTIONS' && ctx.req.headers['access-control-request-method'] !== undefined
    if (fixedOrigin === undefined) ctx.set('vary', 'Origin')
    if (isAllowed) {
      ctx.set('access-control-allow-origin', fixedOrigin ?? origin ?? '')
      for (const [name, value] of isPreflight ? preflight : actual) ctx.set(name, value)
    }
    if (!isPreflight) return next()
    ctx.status = isAllowed ? 204 : 403
    ctx.body = null
    if (!isAllowed) ctx.status = 403
    return undefined
  }
}
