import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import createRouter, { type ConstraintStrategy, type FindResult, type Handler, type HTTPVersion } from 'find-my-way'
import type { AnnouncedRoute } from './route-announcements.ts'
import { routerOptionsOf } from './router-options.ts'

/** The routes of an application, found as its own router finds them: Fastify's `findRoute` keeps their options back. */
export interface RouteTable {
  /**
   * Finds the routes that a preflight may be about: that of the requested method, or several where constraints look at
   * what a page may set and a preflight does not carry, such as `accept-version`.
   */
  readonly find: (preflight: IncomingMessage, method: string) => readonly AnnouncedRoute[]
  /** Tells whether a route is in the table, by its {@link routeName}. */
  readonly has: (name: string) => boolean
}

type Constraints = Readonly<Record<string, unknown>>

/** What is used of find-my-way. Its type knows fewer methods than it does, and a preflight may name any. */
interface Router {
  on(method: string | string[], url: string, options: { readonly constraints: Constraints }, handler: () => void): void
  find(method: string, url: string, constraints: Constraints): FindResult<HTTPVersion.V1> | null
  addConstraintStrategy(strategy: ConstraintStrategy<HTTPVersion.V1>): void
}

/** Makes the table of an application that is ready. */
export function createRouteTable(app: FastifyInstance, routes: readonly AnnouncedRoute[]): RouteTable {
  const router: Router = createRouter({
    ...routerOptionsOf(app.initialConfig),
    // Fastify has judged them.
    allowUnsafeRegex: true,
    querystringParser: () => ({}),
  })
  const names = new Set<string>()
  const routeOf = new Map<Handler<HTTPVersion.V1>, AnnouncedRoute>()

  function add(route: AnnouncedRoute, url: string): void {
    const { method: methods, constraints = {} } = route.options
    names.add(routeName(methods, url))
    for (const method of [methods].flat()) {
      const handler = (): void => undefined
      routeOf.set(handler, route)
      try {
        router.on(method, url, { constraints }, handler)
      } catch (error) {
        // Fastify makes a HEAD route for a GET route, and drops it where there is one.
        if (!(error instanceof Error && error.message.includes('already declared'))) throw error
      }
    }
  }

  const untold = listUntold(routes)
  for (const name of new Set(untold.flatMap(Object.keys))) router.addConstraintStrategy(createUntoldStrategy(name))
  for (const route of routes) add(route, route.url)
  for (const route of routes.filter(({ isPrefixRoot }) => isPrefixRoot)) {
    const url = `${route.url}/`
    const { method: methods, constraints } = route.options
    if ([methods].flat().every((method) => app.hasRoute({ method, url, ...(constraints && { constraints }) })))
      add(route, url)
  }

  return {
    find: ({ headers, url = '/' }, method) => {
      const host = headers.host ?? headers[':authority']
      const found = untold.map((constraints) => router.find(method, url, { host, ...constraints }))
      return [...new Set(found.flatMap((result) => (result === null ? [] : (routeOf.get(result.handler) ?? []))))]
    },
    has: (name) => names.has(name),
  }
}

/** Names a route as Fastify's users do: `PUT /items/:id`. */
export function routeName(method: string | readonly string[], url: string): string {
  return `${[method].flat().join(',')} ${url}`
}

/** Lists what the constraints ask for that a preflight does not tell, in every combination that a route has; and nothing. */
function listUntold(routes: readonly AnnouncedRoute[]): readonly Constraints[] {
  const untold: Constraints[] = [{}]
  for (const { options } of routes) {
    const values = Object.fromEntries(Object.entries(options.constraints ?? {}).filter(([name]) => name !== 'host'))
    if (!untold.some((others) => isEqual(others, values))) untold.push(values)
  }
  return untold
}

/**
 * Stands for a strategy whose value is not known before the request itself comes. Any may ask that a request with a
 * value finds no route without one, so all do: routes without are looked for by themselves.
 */
function createUntoldStrategy(name: string): ConstraintStrategy<HTTPVersion.V1> {
  return {
    name,
    mustMatchWhenDerived: true,
    storage: () => {
      const handlers = new Map<string, Handler<HTTPVersion.V1>>()
      return {
        get: (value) => handlers.get(value) ?? null,
        set: (value, handler) => {
          handlers.set(value, handler)
        },
      }
    },
    deriveConstraint: () => '',
  }
}

function isEqual(a: Constraints, b: Constraints): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
