import {
  type CorsDecision,
  type CorsOptions,
  type CorsRouteOption,
  type CorsSource,
  createRouteCors,
  isCorsPreflightRequest,
  type RequestHead,
  type RouteCors,
  type WithoutMistakes,
} from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { applyWhenSent, findDecision, isMountedAgain, logError, rememberDecision, requestHead } from '@corsac/node'
import type { Lifecycle, Plugin, Request, ResponseToolkit, Server } from '@hapi/hapi'
import { name, version } from '../package.json'
import { readRoutes } from './route-deciders.ts'

// Here, because the published types are made of what the entry point exports: in a file of its own it would be lost.
declare module '@hapi/hapi' {
  interface PluginSpecificConfiguration {
    /**
     * What a route says of CORS, in place of the policy given to `cors()`: a policy, a configuration that names
     * `allowOrigins`, or `false`, which refuses every page.
     */
    corsac?: CorsRouteOption
  }
}

/**
 * hapi plugin that enforces a CORS policy on a server, wherever it is registered.
 *
 * Register it before other plugins: a CORS-preflight request carries no credentials and has no route, so it is answered in
 * `onRequest`. A route has a policy of its own with `options.plugins.corsac`.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<const Source extends CorsSource<Request>>(
  source?: WithoutMistakes<Source>,
  options: CorsOptions<Request> = {},
): Plugin<void> {
  const routeCors = createRouteCors<Request, Source>(
    source,
    { onError: logError, isPublicSuffix, ...options },
    'plugins.corsac',
  )
  return {
    pkg: { name, version },
    // hapi would throw at a second registration; here the first one applies.
    multiple: true,
    register: (server) => {
      if (isRegistered(server)) {
        warnOfSecondRegistration()
        return
      }
      enforce(server, routeCors)
      Object.assign(server.plugins, { [name]: {} })
    },
  }
}

function enforce(server: Server, routeCors: RouteCors<Request>): void {
  const routes = readRoutes(server, routeCors, () => {
    // By now the route is known. Every extension costs hapi as much as the rest of the work here, so it waits for its use.
    server.ext('onPreAuth', decideUnlessDecided)
  })

  function decide(request: Request, head: RequestHead, h: ResponseToolkit): Lifecycle.ReturnValue {
    const decision = routes.deciderOf(request, head)(head, request)
    return decision instanceof Promise
      ? decision.then((settled) => proceed(request, settled, h))
      : proceed(request, decision, h)
  }

  function decideUnlessDecided(request: Request, h: ResponseToolkit): Lifecycle.ReturnValue {
    return findDecision(request.raw.res) === undefined ? decide(request, requestHead(request.raw.req), h) : h.continue
  }

  server.ext('onRequest', (request, h) => {
    if (isMountedAgain(request.raw.res)) return h.continue
    const head = requestHead(request.raw.req)
    return routes.haveOwnPolicies() && !isCorsPreflightRequest(head) ? h.continue : decide(request, head, h)
  })
  // What has no route, and what failed before: under too much load, or in an extension that came first.
  server.ext('onPreResponse', decideUnlessDecided)
}

function proceed({ raw: { res } }: Request, decision: CorsDecision, h: ResponseToolkit): Lifecycle.ReturnValue {
  rememberDecision(res, decision)
  applyWhenSent(res)
  return decision.kind === 'continue' ? h.continue : h.response(decision.body).code(decision.status).takeover()
}

function isRegistered({ plugins }: Server): boolean {
  return Object.hasOwn(plugins, name)
}

function warnOfSecondRegistration(): void {
  process.emitWarning('cors() is registered twice on a server: the first policy applies, remove the other one.', {
    type: 'CorsacWarning',
    code: 'CORSAC_MOUNTED_TWICE',
  })
}
