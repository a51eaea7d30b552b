import { type CorsDecider, isCorsPreflightRequest, type RequestHead, type RouteCors } from '@corsac/core'
import type { AnyElysia, InternalRoute } from 'elysia'
import { rootOf } from './root-of.ts'
import { findRouteOption } from './route-mark.ts'
import { createRouteTable } from './route-table.ts'

/** Finds who decides about a request: for the route that an actual request comes to, or the one that a preflight asks for. */
export type DeciderFinder<Context> = (url: string, head: RequestHead) => CorsDecider<Context>

/**
 * Makes what finds the deciders of an application whose routes may have policies of their own.
 *
 * @throws {CorsConfigError} If a route that is there already has a configuration with mistakes.
 * @throws {TypeError} If such a route says what it may not.
 */
export function createDeciderFinder<Context>(app: AnyElysia, routeCors: RouteCors<Context>): DeciderFinder<Context> {
  let known = readRoutes(app.routes, routeCors)
  let find = createRouteTable(app)

  return (url, head) => {
    const root = rootOf(app)
    if (!known.isOf(root.routes)) {
      known = readRoutes(root.routes, routeCors)
      find = createRouteTable(root)
    }
    if (known.deciders.size === 0) return routeCors.decide
    const method = isCorsPreflightRequest(head) ? head.accessControlRequestMethod : head.method
    const route = find(method, pathOf(url))
    return (route === undefined ? undefined : known.deciders.get(route)) ?? routeCors.decide
  }
}

interface KnownRoutes<Context> {
  readonly isOf: (routes: readonly InternalRoute[]) => boolean
  /** By the place of the route. */
  readonly deciders: ReadonlyMap<number, CorsDecider<Context>>
}

function readRoutes<Context>(routes: readonly InternalRoute[], { forRoute }: RouteCors<Context>): KnownRoutes<Context> {
  const { length } = routes
  const deciders = new Map<number, CorsDecider<Context>>()
  for (const [index, route] of routes.entries()) {
    const option = findRouteOption(route)
    if (option !== undefined) deciders.set(index, forRoute(option, `${route.method} ${route.path}`))
  }
  return { isOf: (others) => others === routes && others.length === length, deciders }
}

/** The path of a request as Elysia's router gets it. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.indexOf('?', start)
  return end === -1 ? url.slice(start) : url.slice(start, end)
}
