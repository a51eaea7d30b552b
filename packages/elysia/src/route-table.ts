import { type AnyElysia, Elysia } from 'elysia'

/** Finds the route that a request would come to, by its place in `app.routes`; `undefined` for none. */
export type RouteTable = (method: string, path: string) => number | undefined

/**
 * Makes the table of an application's routes. Elysia compiles its own, which does not say which route it has found; this
 * one looks routes up as that does.
 */
export function createRouteTable(app: AnyElysia): RouteTable {
  const isCompiled = app.config.aot !== false
  const fixed = createRouter(app)
  const others = createRouter(app)
  for (const [index, { method, path }] of app.routes.entries()) {
    // Ahead of time, paths without parameters are compiled to a switch, which comes before the router.
    const router = isCompiled && !/[:*]/.test(path) ? fixed : others
    router.route(method, path, index)
  }
  return (method, path) => {
    const isHead = isCompiled && method === 'HEAD'
    return (
      find(fixed, isHead ? ['HEAD', 'GET', 'ALL'] : [method, 'ALL'], path) ??
      find(others, isHead ? ['GET', 'HEAD', 'ALL'] : [method, 'ALL'], path)
    )
  }
}

/** Makes an application for its router alone. */
function createRouter({ config }: AnyElysia): Elysia {
  return new Elysia({ aot: false, strictPath: config.strictPath === true })
}

function find({ router: { dynamic } }: Elysia, methods: readonly string[], path: string): number | undefined {
  for (const method of methods) {
    // What a preflight asks for may be the name of a property of every object.
    const route = Object.hasOwn(dynamic.root, method) ? dynamic.find(method, path) : null
    if (typeof route?.store.handle === 'number') return route.store.handle
  }
  return undefined
}
