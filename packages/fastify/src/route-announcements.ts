import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { isInstance, scopesAround } from './scopes-around.ts'

/** What Fastify tells of a route when it is registered. */
export interface AnnouncedRoute {
  /** The instance that it is registered on. */
  readonly scope: FastifyInstance
  readonly url: string
  /** Whether it is the root route of a prefix, which may be served with a slash at its end too. */
  readonly isPrefixRoot: boolean
  /** Its options; other hooks may still change them. */
  readonly options: Pick<RouteOptions, 'method' | 'config' | 'constraints'>
}

/** The routes of an application, as they are announced. */
export interface RouteAnnouncements {
  /** Those that were announced so far. */
  readonly routes: readonly AnnouncedRoute[]
  /** Whether none was registered before anybody listened. */
  readonly areComplete: boolean
  /** Has `hear` called with each one from now on; where it throws, the registration of the route does. */
  readonly follow: (hear: (route: AnnouncedRoute) => void) => void
}

interface Listener extends RouteAnnouncements {
  readonly listenTo: (scope: FastifyInstance) => void
}

const listeners = new WeakMap<FastifyInstance, Listener>()

// A plugin runs later than it is registered, and its hooks hear of none of the routes that the application has registered
// meanwhile. But Fastify tells of an application when it is made.
subscribe('fastify.initialization', (message) => {
  if (typeof message !== 'object' || message === null || !('fastify' in message)) return
  const { fastify: app } = message
  if (isInstance(app)) createListener(app, true).listenTo(app)
})

/** Finds the announcements of the application of an instance; where this module was loaded too late, they begin now. */
export function routeAnnouncementsOf(scope: FastifyInstance): RouteAnnouncements {
  const scopes = scopesAround(scope)
  const root = scopes.at(-1) ?? scope
  const listener = listeners.get(root) ?? createListener(root, false)
  if (!listener.areComplete) for (const each of scopes) listener.listenTo(each)
  return listener
}

function createListener(root: FastifyInstance, areComplete: boolean): Listener {
  const routes: AnnouncedRoute[] = []
  const announced = new WeakSet<object>()
  const hearers: ((route: AnnouncedRoute) => void)[] = []

  function onRoute(this: FastifyInstance, options: RouteOptions & { readonly routePath: string }): void {
    // One that is inside another has the hooks of both.
    if (announced.has(options)) return
    announced.add(options)
    const route = { scope: this, url: options.url, isPrefixRoot: options.routePath === '', options }
    for (const hear of hearers) hear(route)
    routes.push(route)
  }

  const listener: Listener = {
    routes,
    areComplete,
    follow: (hear) => {
      hearers.push(hear)
    },
    listenTo: (scope) => {
      scope.addHook('onRoute', onRoute)
    },
  }
  listeners.set(root, listener)
  return listener
}
