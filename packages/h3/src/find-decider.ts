import {
  type CorsDecider,
  type CorsRouteOption,
  isCorsPreflightRequest,
  type RequestHead,
  type RouteCors,
} from '@corsac/core'
import type { H3Event, H3Route } from 'h3'
import { addressesOf, findRequestedRoute, findRoute } from './find-route.ts'
import { createRuleTable } from './rule-table.ts'

/** Finds who decides about a request, in an application whose routes may have policies of their own. */
export type FindDecider = (event: H3Event, head: RequestHead) => CorsDecider<H3Event>

/**
 * Makes the search for who decides: the route that an actual request has come to, or that a preflight asks for; where it
 * says nothing, the rule; where there is none, the policy for all.
 *
 * Rules are read at once. Routes are read at the first request, as middleware does not know its application before; what is
 * wrong with one is then thrown for every request, so that nobody is let in.
 *
 * @throws {CorsConfigError} If a rule has mistakes.
 * @throws {TypeError} If a rule says what it may not.
 */
export function createFindDecider(
  { decide, forRoute }: RouteCors<H3Event>,
  routeRules: Readonly<Record<string, CorsRouteOption>> = {},
): FindDecider {
  const deciders = new Map<unknown, CorsDecider<H3Event>>()
  /** How many routes of a list have been read. */
  const read = new WeakMap<readonly H3Route[], number>()

  function deciderOf(route: H3Route | undefined): CorsDecider<H3Event> | undefined {
    const { method = '', route: pattern = '', meta } = route ?? {}
    if (meta === undefined || !Object.hasOwn(meta, 'cors')) return undefined
    const known = deciders.get(meta.cors)
    if (known !== undefined) return known
    const decider = forRoute(meta.cors, `${method} ${pattern}`.trim())
    deciders.set(meta.cors, decider)
    return decider
  }

  function readRoutes(routes: readonly H3Route[]): void {
    if (read.get(routes) === routes.length) return
    for (const route of routes) deciderOf(route)
    read.set(routes, routes.length)
  }

  function findByRoute(event: H3Event, requestedMethod: string | null): CorsDecider<H3Event> | undefined {
    const { app, context } = event
    if (app === undefined) return undefined
    readRoutes(app['~routes'])
    if (requestedMethod === null) return deciderOf(context.matchedRoute)
    // An application may have a router without a list of routes.
    if (deciders.size === 0 && app['~routes'].length > 0) return undefined
    const routes = addressesOf(event).map((address) => findRequestedRoute(app, address, requestedMethod))
    // Where there are several, it is not known which one an actual request would come to: `false` counts in any case.
    const refusing = routes.find((route) => route?.meta?.cors === false)
    return deciderOf(refusing ?? routes.find((route) => deciderOf(route) !== undefined))
  }

  const rules = createRuleTable(routeRules)
  readRoutes(rules?.['~routes'] ?? [])

  function findByRule(event: H3Event, requestedMethod: string | null): CorsDecider<H3Event> | undefined {
    if (rules === undefined) return undefined
    return deciderOf(
      requestedMethod === null ? findRoute(rules, event) : findRequestedRoute(rules, event.url.href, requestedMethod),
    )
  }

  return (event, head) => {
    const requestedMethod = isCorsPreflightRequest(head) ? head.accessControlRequestMethod : null
    return findByRoute(event, requestedMethod) ?? findByRule(event, requestedMethod) ?? decide
  }
}
