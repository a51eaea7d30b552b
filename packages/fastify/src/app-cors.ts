import type { IncomingMessage } from 'node:http'
import { type CorsDecision, type CorsPreflightRequestHead, isCorsPreflightRequest, unshared } from '@corsac/core'
import { requestHead } from '@corsac/node'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { coverUnhooked } from './cover-unhooked.ts'
import type { Deciders } from './deciders.ts'
import { addHooks, type Judge, type Verdict } from './hooks.ts'
import { type AnnouncedRoute, routeAnnouncementsOf } from './route-announcements.ts'
import { createRouteTable, routeName } from './route-table.ts'
import { scopesAround } from './scopes-around.ts'
import { warnRegisteredTwice } from './warn-registered-twice.ts'

/** A `cors()` that is registered on an instance. */
interface Registration extends Judge {
  readonly deciders: Deciders
  /** Whether another one, of a scope around, applies in its place. */
  isIdle: boolean
}

/** Every `cors()` of one application. */
interface AppCors {
  readonly register: (scope: FastifyInstance, deciders: Deciders) => void
}

const apps = new WeakMap<FastifyInstance, AppCors>()

/** Has a `cors()` apply to what an instance, and those inside it, serve. */
export function registerCors(scope: FastifyInstance, deciders: Deciders): void {
  const root = scopesAround(scope).at(-1) ?? scope
  const app = apps.get(root) ?? createAppCors(root)
  apps.set(root, app)
  app.register(scope, deciders)
}

function createAppCors(root: FastifyInstance): AppCors {
  const registrations = new Map<FastifyInstance, Registration>()
  const announcements = routeAnnouncementsOf(root)
  let table = createRouteTable(root, [])
  let routesHavePolicies = false
  /** What decides for every route, where it is the same: no preflight needs its route found then. */
  let policyOfAll: Deciders | undefined

  /** Finds the outermost one: it wins everywhere. */
  function registrationOf(scope: FastifyInstance): Registration | undefined {
    return scopesAround(scope).reduce<Registration | undefined>(
      (inner, each) => registrations.get(each) ?? inner,
      undefined,
    )
  }

  function readPolicy({ scope, url, options: { method, config } }: AnnouncedRoute): void {
    const registration = registrationOf(scope)
    if (registration === undefined || config === undefined || !('cors' in config)) return
    registration.deciders.readOption(config.cors, routeName(method, url))
    routesHavePolicies = true
  }

  /** Tells whether Fastify has a route that it has not told of, where that matters. */
  function isUnheardOf({ is404, routeOptions: { config } }: FastifyRequest, scope: FastifyInstance): boolean {
    // Without policies of routes, the root's applies to all; but the preflights of a scope are told by its routes.
    const matters = !announcements.areComplete && (routesHavePolicies || scope !== root)
    return matters && !is404 && !table.has(routeName(config.method, config.url))
  }

  function judge(request: FastifyRequest, scope: FastifyInstance, deciders: Deciders): Verdict | Promise<Verdict> {
    const head = requestHead(request.raw)
    if (isCorsPreflightRequest(head)) return judgePreflight(request, head)
    if (announcements.areComplete && !routesHavePolicies) return deciders.decide(head, request)

    const { config } = request.routeOptions
    const decide = isUnheardOf(request, scope) ? undefined : deciders.ofOption(config.cors)
    return decide === undefined ? createLateError(routeName(config.method, config.url)) : decide(head, request)
  }

  function judgeForScopes(request: FastifyRequest): Verdict | Promise<Verdict> {
    const head = requestHead(request.raw)
    return isCorsPreflightRequest(head) ? judgePreflight(request, head) : null
  }

  function judgePreflight(request: FastifyRequest, head: CorsPreflightRequestHead): Verdict | Promise<Verdict> {
    if (policyOfAll !== undefined) return policyOfAll.decide(head, request)
    const routes = table.find(request.raw, head.accessControlRequestMethod)
    if (routes.length === 0) return registrationOf(request.server)?.deciders.decide(head, request) ?? null

    const registered = routes.flatMap(({ scope }) => registrationOf(scope)?.deciders ?? [])
    const [decide, ...others] = new Set(
      routes.map(({ scope, options }) => registrationOf(scope)?.deciders.ofOption(options.config?.cors)),
    )
    return (others.length === 0 ? decide : registered[0]?.refuseAmbiguous)?.(head, request) ?? null
  }

  function judgeUnhooked(request: IncomingMessage, deciders: Deciders): CorsDecision {
    // A hook that was there before may have answered past Fastify, for a route whose policy cannot be asked without it.
    const routes = table.find(request, request.method ?? '')
    return routes.some(({ options }) => options.config?.cors !== undefined)
      ? unshared
      : deciders.decideUnhooked(requestHead(request))
  }

  announcements.follow(readPolicy)
  root.addHook('onReady', (done) => {
    announcements.routes.forEach(readPolicy)
    table = createRouteTable(root, announcements.routes)
    for (const [scope, registration] of registrations) {
      registration.isIdle = registrationOf(scope) !== registration
      if (registration.isIdle) warnRegisteredTwice()
    }
    policyOfAll = routesHavePolicies ? undefined : registrations.get(root)?.deciders
    done()
  })

  return {
    register: (scope, deciders) => {
      if (registrations.has(scope)) {
        warnRegisteredTwice()
        return
      }
      if (scope === root) {
        coverUnhooked(root, (request) => judgeUnhooked(request, deciders))
      } else {
        // What is around may serve another method of the same path.
        deciders.expectOtherPolicies()
        // A preflight has no route, so those of a scope come to the root.
        if (registrations.size === 0) addHooks(root, { isIdle: false, judge: judgeForScopes })
      }
      const registration = {
        deciders,
        isIdle: false,
        judge: (request: FastifyRequest) => judge(request, scope, deciders),
      }
      registrations.set(scope, registration)
      routeAnnouncementsOf(scope)
      addHooks(scope, registration)
    },
  }
}

function createLateError(route: string): Error {
  return new Error(
    `The route ${route} was registered before cors() was, which then cannot hear of its cors option or of its preflights: import @corsac/fastify before the application is made, or write "await app.register(cors(…))" before the route`,
  )
}
