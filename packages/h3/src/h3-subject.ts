import { createServer, type RequestListener } from 'node:http'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import {
  type ConformanceSubject,
  type ExamAssignment,
  type ExamEndpoint,
  examEndpoints,
  listen,
} from '@corsac/test-kit'
import type { EventHandler, H3, H3Event } from 'h3'
import { cors, type H3CorsOptions } from './cors.ts'
import { serveWeb } from './serve-web.testing.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** One version of h3. */
export interface H3Version {
  readonly version: string
  readonly H3: typeof H3
  readonly toNodeHandler: (app: H3) => RequestListener
}

/** Where the policies of single paths are said. */
export type RoutesIn = 'meta' | 'rules' | 'picker'

/** Makes a subject of one version of h3, on Node. */
export function nodeSubject(h3: H3Version, routesIn: RoutesIn): ConformanceSubject {
  return {
    name: `@corsac/h3 on h3 ${h3.version}, Node, routes in ${routesIn}`,
    version: h3.version,
    start: (assignment) =>
      listen(serveUpgrades(createServer(h3.toNodeHandler(createApplication(h3, assignment, routesIn))))),
  }
}

/** Makes a subject of one version of h3 that is asked with plain requests, as on other runtimes. */
export function webSubject(h3: H3Version, routesIn: RoutesIn): ConformanceSubject {
  return {
    name: `@corsac/h3 on h3 ${h3.version}, fetch, routes in ${routesIn}`,
    version: h3.version,
    lacks: { upgrade: 'On Node no Response can have the status 101.' },
    start: (assignment) => {
      const app = createApplication(h3, assignment, routesIn)
      return listen(serveWeb((request) => app.fetch(request)))
    },
  }
}

function createApplication(h3: H3Version, assignment: ExamAssignment, routesIn: RoutesIn): H3 {
  // It otherwise writes the stack of the exam's error to the console.
  const app = new h3.H3({ silent: true })
  app.use(cors<CorsSource<H3Event>>(...readAssignment(assignment, routesIn)))
  register(app, routesIn === 'meta' ? assignment.routes : {})
  return app
}

function readAssignment(assignment: ExamAssignment, routesIn: RoutesIn): [CorsSource<H3Event>, H3CorsOptions] {
  if (routesIn === 'picker') return [sourceOf(assignment, ({ url }) => url.pathname), { isPublicSuffix }]
  const { routes, ...config } = assignment
  return [config, routesIn === 'rules' ? { isPublicSuffix, routeRules: routes } : { isPublicSuffix }]
}

function register(app: H3, policies: ExamAssignment['routes']): void {
  let handled = 0
  for (const endpoint of examEndpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    // Node hands these over beside the application.
    if (behaviour === 'upgrade') continue
    if (behaviour === 'count') {
      app.get(path, () => ({ handled }))
      continue
    }
    const policy = policies[path]
    const options = policy === undefined ? {} : { meta: { cors: policy } }
    if (ownOptions !== undefined) {
      app.options(path, (event) => {
        handled++
        return respond(event, { ...ownOptions, body: [] })
      })
    }
    const handler: EventHandler = (event) => {
      handled++
      return handle(event, endpoint)
    }
    // h3 asks the handler of GET for HEAD.
    for (const method of METHODS) if (methods.includes(method)) app.on(method, path, handler, options)
  }
}

function handle(event: H3Event, endpoint: ExamEndpoint): unknown {
  switch (endpoint.behaviour) {
    case 'throw':
      throw new Error('The handler of the exam throws')
    case 'stream':
      respond(event, endpoint)
      return new Blob([...endpoint.body]).stream()
    case 'write-head': {
      const { body, headers, status } = endpoint
      return new Response(body.join(''), { status, headers: Object.fromEntries(headers) })
    }
    case 'respond':
    case 'upgrade':
    case 'count':
      return respond(event, endpoint)
  }
}

function respond(
  { res }: H3Event,
  { body, headers, ownVary, status }: Pick<ExamEndpoint, 'body' | 'headers' | 'ownVary' | 'status'>,
): string {
  res.status = status
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') res.headers.append(name, value)
    else res.headers.set(name, value)
  }
  return body.join('')
}
