import { constructRequest } from './construct-request.ts'
import type { Exchange, Page, PageRequest } from './exchange.ts'
import { type FetchLog, recordCheck, recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchEnd } from './http-fetch.ts'
import { mainFetch } from './main-fetch.ts'
import type { Transport } from './transport.ts'

/** What {@link createUserAgent} needs. */
export interface UserAgentOptions {
  /** What puts the requests on the wire. */
  readonly transport: Transport
}

/** A browser, as far as CORS is concerned. */
export interface UserAgent {
  /**
   * Runs a page's request as a browser's `fetch` does. It never rejects: every end is an {@link Exchange}.
   *
   * Each request starts with an empty preflight cache.
   *
   * @see https://fetch.spec.whatwg.org/#dom-global-fetch
   */
  fetch(page: Page, request: PageRequest): Promise<Exchange>
}

/** Creates a user agent that sends requests over a transport, and says step by step what a browser makes of the answers. */
export function createUserAgent({ transport }: UserAgentOptions): UserAgent {
  return {
    async fetch(page, request) {
      const log: FetchLog = { messages: [], steps: [] }
      const end = await runFetch(page, request, { transport, log })
      return { page, request, messages: log.messages, ...end, steps: log.steps }
    },
  }
}

async function runFetch(page: Page, pageRequest: PageRequest, params: FetchParams): Promise<FetchEnd> {
  const constructed = constructRequest(page, pageRequest)
  if (!constructed.passed) {
    recordCheck(params.log, 'new Request', constructed)
    return { outcome: 'blocked', reason: constructed.reason, exposedHeaders: [] }
  }
  for (const change of constructed.changes) recordStep(params.log, 'new Request', 'info', change)
  return mainFetch(constructed.request, params)
}
