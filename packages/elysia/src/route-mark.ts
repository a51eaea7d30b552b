import type { CorsRouteOption } from '@corsac/core'

interface RouteMark {
  readonly option: CorsRouteOption
  /** How many were made before. */
  readonly order: number
}

/** The options of routes, each by a hook that does nothing but come to the routes that it is for. */
const marks = new WeakMap<object, RouteMark>()
let made = 0

/** What the `cors` option of a route, or of a guard or group around it, means to Elysia. */
export interface RouteMarkHooks {
  /** By this, and not by the whole option, Elysia tells one from another. */
  readonly seed: number
  readonly transform: () => void
}

/** Makes the hook by which the option of a route is found again, through whatever the route comes into an application. */
export function markRoute(option: CorsRouteOption): RouteMarkHooks {
  const order = made++
  const transform = (): undefined => undefined
  marks.set(transform, { option, order })
  return { seed: order, transform }
}

/** What is looked at of a route that Elysia has registered. */
export interface RegisteredRoute {
  readonly hooks: { readonly cors?: unknown; readonly transform?: unknown }
}

/** Finds the option that is closest to a route; `undefined` where there is none. It may be anything in plain JavaScript. */
export function findRouteOption({ hooks }: RegisteredRoute): unknown {
  // The route was there before `cors()`, and Elysia has left its option where it was.
  if (Object.hasOwn(hooks, 'cors')) return hooks.cors
  let own: RouteMark | undefined
  let inherited: RouteMark | undefined
  for (const { fn, scope } of hooksIn(hooks.transform)) {
    const mark = marks.get(fn)
    if (mark === undefined) continue
    // A guard without a function is a hook of the application: it comes to its routes with a scope, the closest one last.
    if (scope !== undefined) inherited = mark
    // Groups and guards with a function add theirs once their routes are there, at either end.
    else if (own === undefined || mark.order < own.order) own = mark
  }
  return (own ?? inherited)?.option
}

interface Hook {
  readonly fn: object
  readonly scope?: unknown
}

function hooksIn(hooks: unknown): readonly Hook[] {
  return [hooks].flat().filter(isHook)
}

function isHook(value: unknown): value is Hook {
  return typeof value === 'object' && value !== null && 'fn' in value && typeof value.fn === 'function'
}
