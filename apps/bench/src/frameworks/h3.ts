import { cors as corsac } from '@corsac/h3'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { H3, handleCors, HTTPResponse, type Middleware } from 'h3'
import { toNodeHandler } from 'h3/node'
import type { BenchPolicy } from './bench-policy.ts'
import { writeByHand } from './by-hand.ts'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, type Kind, TYPE } from './framework-bench.ts'
import { createNodeApp } from './node-app.ts'
import { versionOf } from './version-of.ts'
import { createWebApp } from './web-app.ts'

const packages = { framework: versionOf('h3'), peer: `${versionOf('h3')}, handleCors` }

/** h3 on Node, whose usual package is its own `handleCors`. */
export const h3Bench: FrameworkBench = {
  name: 'h3',
  packages,
  create: (kind, policy) => {
    const listener = toNodeHandler(createApp(kind, policy))
    return createNodeApp((request, response) => void listener(request, response))
  },
}

/** h3 as a handler of web-standard requests, as runtimes other than Node have it. */
export const h3FetchBench: FrameworkBench = {
  name: 'h3 fetch',
  packages,
  create: (kind, policy) => {
    const app = createApp(kind, policy)
    const listener = toNodeHandler(app)
    return createWebApp(
      (request) => app.fetch(request),
      (request, response) => void listener(request, response),
    )
  },
}

function createApp(kind: Kind, policy: BenchPolicy): H3 {
  const app = new H3()
  const middleware = middlewareOf(kind, policy)
  if (middleware !== null) app.use(middleware)
  app.get('/', (event) => {
    event.res.headers.set('content-type', TYPE)
    return BODY
  })
  app.options('/', () => new HTTPResponse(null, { status: 204 }))
  return app
}

function middlewareOf(kind: Kind, policy: BenchPolicy): Middleware | null {
  const { credentials, exposed, headers, maxAge, methods, origins } = policy
  switch (kind) {
    case 'bare':
      return null
    case 'inline':
      return inline(policy)
    case 'peer': {
      const { allows } = writeByHand(policy)
      const options = {
        origin: origins === '*' ? ('*' as const) : 'subdomainsOf' in origins ? allows : [...origins],
        credentials,
        methods: [...methods],
        allowHeaders: [...headers],
        exposeHeaders: [...exposed],
        maxAge: String(maxAge),
        preflight: { statusCode: 204 },
      }
      return (event, next) => {
        const answer = handleCors(event, options)
        return answer === false ? next() : answer
      }
    }
    case 'corsac':
      return corsac(corsacConfig(policy), { isPublicSuffix })
  }
}

function inline(policy: BenchPolicy): Middleware {
  const { actual, allows, fixedOrigin, preflight } = writeByHand(policy)
  return ({ req, res }, next) => {
    const origin = req.headers.get('origin')
    const isAllowed = fixedOrigin !== undefined || (origin !== null && allows(origin))
    const isPreflight = req.method === 'OPTIONS' && req.headers.has('access-control-request-method')
    if (fixedOrigin === undefined) res.headers.set('vary', 'Origin')
    if (isAllowed) {
      res.headers.set('access-control-allow-origin', fixedOrigin ?? origin ?? '')
      for (const [name, value] of isPreflight ? preflight : actual) res.headers.set(name, value)
    }
    return isPreflight ? new HTTPResponse(null, { status: isAllowed ? 204 : 403 }) : next()
  }
}
