import type { AnyElysia } from 'elysia'

/** What Elysia compiles an application to. */
export type RequestHandler = (request: Request) => unknown

/** Handles a request around the application's own handler. */
export type HandlerWrapper = (request: Request, handle: RequestHandler) => unknown

/**
 * Has every request of an application go through `wrap`, before anything that Elysia does, and every response, after it.
 * No hook could: see the package's DESIGN.md.
 *
 * @param name Tells the wrappers of an application apart.
 */
export function wrapHandler(app: AnyElysia, name: string, wrap: HandlerWrapper): void {
  function wrapCompiled(handle: RequestHandler): (request: Request) => unknown {
    return (request) => wrap(request, handle)
  }
  // Elysia takes two functions of the same text for one.
  wrapCompiled.toString = () => name
  app.wrap(wrapCompiled)
  if (app.config.aot === false) wrapDynamic(app, wrap)
}

/** Without compilation ahead of time Elysia does not look at what `app.wrap` was given. */
function wrapDynamic(app: AnyElysia, wrap: HandlerWrapper): void {
  const compile = app.compile.bind(app)
  let handle: RequestHandler | undefined

  function compileAndWrap(): RequestHandler {
    compile()
    const compiled: RequestHandler = app.fetch
    handle = compiled
    setFetch()
    return compiled
  }

  function setFetch(): void {
    Object.defineProperty(app, 'fetch', {
      value: (request: Request) => wrap(request, handle ?? compileAndWrap()),
      configurable: true,
      writable: true,
    })
  }

  app.compile = () => {
    compileAndWrap()
    return app
  }
  setFetch()
}
