import {
  type CorsDecision,
  type CorsOptions,
  type CorsRouteOption,
  type CorsSource,
  createRouteCors,
  type WithoutMistakes,
} from '@corsac/core'
import {
  answerOf,
  findDecision,
  forgetDecision,
  logError,
  rememberDecision,
  type RequestDecision,
  requestHead,
  warnMountedTwice,
} from '@corsac/fetch'
import type { AnyElysia, Elysia, PreContext } from 'elysia'
import { applyDecision } from './apply-decision.ts'
import { refuseMisuse } from './refuse-misuse.ts'
import { rootOf } from './root-of.ts'
import { createDeciderFinder } from './route-deciders.ts'
import { markRoute, type RouteMarkHooks } from './route-mark.ts'
import { type RequestHandler, wrapHandler } from './wrap-handler.ts'

/** What pickers and hooks get: what Elysia's own hooks get that is there before a request is routed. */
export type CorsContext = Pick<PreContext, 'request'>

/** What `app.use()` takes; it gives routes, guards and groups the option `cors`. */
export type CorsPlugin = (app: AnyElysia) => Elysia<
  '',
  Elysia['~Singleton'],
  Elysia['~Definitions'],
  Omit<Elysia['~Metadata'], 'macro' | 'macroFn'> & {
    macro: { cors?: CorsRouteOption }
    macroFn: { cors: (option: CorsRouteOption) => RouteMarkHooks }
  }
>

/** The policies of the applications that `cors()` is used on, by name. */
const policies = new WeakMap<AnyElysia, string>()
let made = 0

/**
 * Elysia plugin that enforces a CORS policy on an application, wherever in it the plugin is used.
 *
 * Preflights are answered before Elysia's hooks and its router; every other response gets the headers after them. A route
 * has a policy of its own with the option `cors`.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 * @throws {TypeError} At start, if it is used inside of `group()` or `guard()`.
 */
export function cors<const Source extends CorsSource<CorsContext>>(
  source?: WithoutMistakes<Source>,
  options: CorsOptions<CorsContext> = {},
): CorsPlugin {
  const routeCors = createRouteCors<CorsContext, Source>(source, { onError: logError, ...options })
  const policy = `@corsac/elysia/${made++}`

  return (app) => {
    const other = policies.get(app)
    if (other !== undefined) {
      if (other !== policy) warnMountedTwice()
      return app
    }
    refuseMisuse(app)
    policies.set(app, policy)
    const findDecider = createDeciderFinder(app, routeCors)
    wrapHandler(app, policy, (request, handle) => {
      const ruling = policyOver(app, request)
      if (ruling !== undefined) {
        if (ruling !== policy) warnMountedTwice()
        return handle(request)
      }
      const head = requestHead(request)
      const decision = findDecider(request.url, head)(head, { request })
      return decision instanceof Promise
        ? decision.then((settled) => proceed(request, { decision: settled, by: policy }, handle))
        : proceed(request, { decision, by: policy }, handle)
    })
    return app.macro({
      cors: (option: CorsRouteOption) => {
        // For its mistakes: they are to be found where the route is.
        routeCors.forRoute(option, 'a route')
        return markRoute(option)
      },
    })
  }
}

/** Finds the policy that goes before that of an application: one that has decided, or is going to, farther outside. */
function policyOver(app: AnyElysia, request: Request): unknown {
  const decided = findDecision(request)
  if (decided !== undefined) return decided.by
  const root = rootOf(app)
  return root === app ? undefined : policies.get(root)
}

function proceed(request: Request, decided: RequestDecision, handle: RequestHandler): unknown {
  const { decision } = decided
  if (decision.kind === 'answer') return answerOf(decision)
  rememberDecision(request, decided)
  const response = handle(request)
  return response instanceof Promise
    ? response.then((settled) => finish(request, settled, decision))
    : finish(request, response, decision)
}

function finish(request: Request, response: unknown, decision: CorsDecision): unknown {
  forgetDecision(request)
  return applyDecision(response, decision)
}
