import { constructRequest } from './construct-request.ts'
import type { CookieStore } from './cookie-store.ts'
import { type CorsFetchArguments, readCorsFetchArguments } from './cors-fetch-arguments.ts'
import { attachCorsFetchBody } from './cors-fetch-body.ts'
import { defineCorsFetchPage } from './cors-fetch-page.ts'
import { createCorsFetchError } from './cors-fetch-refusal.ts'
import { createCorsFetchResponse } from './cors-fetch-response.ts'
import { createCorsFetchWire } from './cors-fetch-wire.ts'
import { createCookieStore } from './create-cookie-store.ts'
import type { Engine } from './engine-quirk.ts'
import type { Exchange, Page } from './exchange.ts'
import { recordCheck, recordStep } from './fetch-log.ts'
import { type FetchParams, startFetch } from './fetch-params.ts'
import type { FetchEnd } from './http-fetch.ts'
import { mainFetch } from './main-fetch.ts'
import { registrableDomain } from './public-suffix-list.ts'
import type { TlsTrust } from './socket-request.ts'
import { createUserAgentState } from './user-agent-state.ts'

/** What {@link createCorsFetch} can be told. */
export interface CorsFetchOptions {
  /** Names the origin of the page, as `location.origin` gives it there: `https://app.example`. */
  readonly origin: string
  /** Gives the absolute URL that relative ones are resolved against. Default: the root of the origin. */
  readonly baseUrl?: string
  /** Keeps the cookies. Default: a store of its own, empty at first. */
  readonly cookieStore?: CookieStore
  /** Takes over the quirks of an engine. Default: nobody's; it keeps to the standard. */
  readonly engine?: Engine
  /** Tells the time in milliseconds since 1970, by which cached preflights and cookies grow old. Default: `Date.now`. */
  readonly now?: () => number
  /** Says whom to trust over `https`, for servers whose certificate Node does not trust by itself. */
  readonly tls?: TlsTrust
  /** Is called with every exchange when it has ended, whatever the end: to look into it, or to log it. */
  readonly onExchange?: (exchange: Exchange) => void
}

/**
 * Creates a `fetch` that does what the `fetch` of a page on that origin does: it asks first, sends `Origin`, hides
 * headers, and rejects where a browser would, so that a test of a front end finds a mistake in CORS without a browser.
 *
 * The calls of one such `fetch` share a preflight cache and a cookie store, as the pages of one browser do. Where it
 * refuses a response it rejects with a `TypeError` whose cause is a {@link CorsFetchRefusal}.
 *
 * @throws {TypeError} at once, if `origin` or `baseUrl` cannot be a page's
 * @see https://fetch.spec.whatwg.org/#dom-global-fetch
 */
export function createCorsFetch(options: CorsFetchOptions): typeof fetch {
  const { onExchange, origin, tls = {} } = options
  const page = defineCorsFetchPage(origin, options.baseUrl)
  const state = createUserAgentState({
    cookieStore: createCookieStore(),
    registrableDomain,
    ...options,
    // Every call has a wire of its own.
    transport: createCorsFetchWire(null, tls).transport,
  })

  return corsFetch

  async function corsFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const call = await readCorsFetchArguments(input, init, page.baseUrl)
    const { body, request, signal } = call
    signal?.throwIfAborted()
    const wire = createCorsFetchWire(body?.content instanceof ReadableStream ? body.content : null, tls)
    const params = startFetch({ ...state, transport: wire.transport }, signal)
    const end = await runFetch({ origin }, call, params)
    const { messages, steps } = params.log
    const exchange: Exchange = { page: { origin }, request, messages, ...end, steps }
    onExchange?.(exchange)

    const arrived = wire.lastResponse()
    if (arrived !== null && end.reason === null && signal?.aborted !== true) {
      return createCorsFetchResponse(exchange, arrived)
    }
    arrived?.discard()
    signal?.throwIfAborted()
    throw createCorsFetchError(exchange, corsFetch)
  }
}

async function runFetch(page: Page, { body, request }: CorsFetchArguments, params: FetchParams): Promise<FetchEnd> {
  const constructed = constructRequest(page, request, params.quirks)
  if (!constructed.passed) {
    recordCheck(params.log, 'new Request', constructed)
    return { outcome: 'blocked', reason: constructed.reason, exposedHeaders: [] }
  }
  for (const change of constructed.changes) recordStep(params.log, 'new Request', 'info', change)
  return mainFetch(attachCorsFetchBody(constructed.request, body), params)
}
