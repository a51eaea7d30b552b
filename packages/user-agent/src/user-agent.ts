import { constructRequest } from './construct-request.ts'
import type { CorsPreflightCache } from './cors-preflight-cache.ts'
import type { Exchange, Page, PageRequest } from './exchange.ts'
import { recordCheck, recordStep } from './fetch-log.ts'
import { type FetchParams, startFetch } from './fetch-params.ts'
import type { FetchEnd } from './http-fetch.ts'
import { mainFetch } from './main-fetch.ts'
import { createUserAgentState, type UserAgentOptions } from './user-agent-state.ts'

/** A browser, as far as CORS is concerned. */
export interface UserAgent {
  /**
   * Runs a page's request as a browser's `fetch` does. It never rejects: every end is an {@link Exchange}.
   *
   * What preflights allow and, where there is a cookie store, the cookies are kept for the requests that follow.
   *
   * @see https://fetch.spec.whatwg.org/#dom-global-fetch
   */
  fetch(page: Page, request: PageRequest, options?: UserAgentFetchOptions): Promise<Exchange>
  /** What it remembers of the preflights that have passed: to be looked at, and to be emptied. */
  readonly preflightCache: CorsPreflightCache
}

/** What one fetch of a {@link UserAgent} can be told beside the request. */
export interface UserAgentFetchOptions {
  /** Ends the fetch early, with the reason `aborted`. */
  readonly signal?: AbortSignal
}

/** Creates a user agent that sends requests over a transport, and says step by step what a browser makes of the answers. */
export function createUserAgent(options: UserAgentOptions): UserAgent {
  const state = createUserAgentState(options)
  return {
    async fetch(page, request, { signal } = {}) {
      const params = startFetch(state, signal)
      const end = await runFetch(page, request, params)
      return { page, request, messages: params.log.messages, ...end, steps: params.log.steps }
    },
    preflightCache: state.preflightCache,
  }
}

async function runFetch(page: Page, pageRequest: PageRequest, params: FetchParams): Promise<FetchEnd> {
  const constructed = constructRequest(page, pageRequest, params.quirks)
  if (!constructed.passed) {
    recordCheck(params.log, 'new Request', constructed)
    return { outcome: 'blocked', reason: constructed.reason, exposedHeaders: [] }
  }
  for (const change of constructed.changes) recordStep(params.log, 'new Request', 'info', change)
  return mainFetch(constructed.request, params)
}
