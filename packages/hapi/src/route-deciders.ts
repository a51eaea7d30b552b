import {
  type CorsDecider,
  type CorsPreflightRequestHead,
  isCorsPolicy,
  isCorsPreflightRequest,
  type RequestHead,
  type RouteCors,
} from '@corsac/core'
import type { Request, RequestRoute, RouteSettings, Server } from '@hapi/hapi'

/** Who decides about a request, on a server whose routes may have policies of their own. */
export interface RouteDeciders {
  /** Whether there are such routes. Without them, who decides is known before a request is routed. */
  readonly haveOwnPolicies: () => boolean
  /** Finds who decides: for the route that an actual request has come to, or the one that a preflight asks for. */
  readonly deciderOf: (request: Request, head: RequestHead) => CorsDecider<Request>
}

/** What `server.match` takes: its types know the methods that Node knows only. */
interface Router {
  match(method: string, path: string, host: string): RequestRoute | null
}

/**
 * Reads what the routes of a server say of CORS: those that are there, and each that comes.
 *
 * @param onFirst Hears of the first route with a policy of its own.
 * @throws {CorsConfigError} If a route's configuration has mistakes; later, from `server.route()`.
 * @throws {TypeError} If a route says what it may not, or hapi's own CORS is switched on.
 */
export function readRoutes(
  server: Server,
  { decide, forRoute }: RouteCors<Request>,
  onFirst: () => void,
): RouteDeciders {
  // By their settings: hapi's table and its events give different objects for a route.
  const deciders = new Map<RouteSettings, CorsDecider<Request>>()

  function read({ method, path, settings }: Pick<RequestRoute, 'method' | 'path' | 'settings'>): void {
    const route = `${method.toUpperCase()} ${path}`
    refuseOwnCors(settings, route)
    const { plugins = {} } = settings
    if (!Object.hasOwn(plugins, 'corsac')) return
    if (deciders.size === 0) onFirst()
    // hapi has the route already: should the application go on in spite of the error, nobody is to be let in.
    deciders.set(settings, forRoute(false, route))
    deciders.set(settings, forRoute(asWritten(plugins.corsac, route), route))
  }

  const { routes } = server.settings
  refuseOwnCors(routes, 'all routes, in the options of the server')
  if (Object.hasOwn(routes?.plugins ?? {}, 'corsac'))
    throw new TypeError('options.routes.plugins.corsac is the policy of all routes: give it to cors() instead')
  for (const route of server.table()) read(route)
  server.events.on('route', read)

  return {
    haveOwnPolicies: () => deciders.size > 0,
    deciderOf: (request, head) => {
      const route = isCorsPreflightRequest(head) ? findRequestedRoute(request, head) : request.route
      return (route === null ? undefined : deciders.get(route.settings)) ?? decide
    },
  }
}

function refuseOwnCors(settings: Pick<RouteSettings, 'cors'> | undefined, where: string): void {
  if (settings?.cors === undefined || settings.cors === false) return
  throw new TypeError(
    `hapi's own cors option is on for ${where}, and two layers would answer for each other: leave it out, and say what it says in cors(), or in options.plugins.corsac of the route`,
  )
}

/**
 * Undoes what hapi has done to an option: it has copied it, and merged it with what handler defaults and rules say. In a
 * policy, only `config` comes through that, since it has every key written out.
 */
function asWritten(option: unknown, route: string): unknown {
  if (!isCorsPolicy(option)) return option
  const [merged] = Object.keys(option).filter((key) => key !== 'config')
  if (merged === undefined) return option.config
  throw new TypeError(
    `The plugins.corsac option of ${route} is a policy, merged by hapi with a configuration (${merged}) of a rule or a handler: say it in one place`,
  )
}

/** Finds the route that an actual request would come to; `null` for none. */
function findRequestedRoute(
  { info, path, server }: Request,
  { accessControlRequestMethod }: CorsPreflightRequestHead,
): RequestRoute | null {
  const router: Router = server
  try {
    return router.match(accessControlRequestMethod, path, info.hostname)
  } catch {
    // What is no path and no method has no route either: `OPTIONS *`, an empty method, a broken escape.
    return null
  }
}
