import { type H3Core, H3Event, type H3Route } from 'h3'

/** What is asked of an application here. */
type Router = Pick<H3Core, '~findRoute'>

/** Finds the route that an application has for an event. */
export function findRoute(app: Router, event: H3Event): H3Route | undefined {
  const match = app['~findRoute'](event)
  return match ? match.data : undefined
}

/** Finds the route that an application has for what a preflight asks for. */
export function findRequestedRoute(app: Router, url: string, method: string): H3Route | undefined {
  const request = requestOf(url, method)
  return request === null ? undefined : findRoute(app, new H3Event(request))
}

/** What is no method, or one that no page can use, makes no request. */
function requestOf(url: string, method: string): Request | null {
  try {
    return new Request(url, { method })
  } catch {
    return null
  }
}

/**
 * The addresses under which a request may have been routed, the one that it came with first. That of the event may be
 * another one: a mounted application sees the path without its base, and a hook may have rewritten it.
 */
export function addressesOf({ req, runtime, url }: H3Event): readonly string[] {
  // On Node, the request of the event shares its address with the event.
  const path = runtime?.node?.req.url ?? ''
  const received = path.startsWith('/') ? [`${url.protocol}//${url.host}${path}`] : []
  return [...new Set([...received, req.url, url.href])]
}
