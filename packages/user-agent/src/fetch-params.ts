import { createCorsPreflightCache, type WritableCorsPreflightCache } from './cors-preflight-cache.ts'
import type { FetchLog } from './fetch-log.ts'
import type { UserAgentState } from './user-agent-state.ts'

/**
 * What stays the same through one fetch, its preflights and redirects included.
 *
 * @see https://fetch.spec.whatwg.org/#fetch-params
 */
export interface FetchParams extends UserAgentState {
  /** What is written down on the way. */
  readonly log: FetchLog
  /** What is remembered of preflights for this fetch alone; only engines do. */
  readonly ownPreflightCache: WritableCorsPreflightCache
  /** Ends the fetch early; it is passed on to the transport. */
  readonly signal?: AbortSignal
}

/** Begins a fetch of a user agent. */
export function startFetch(state: UserAgentState, signal?: AbortSignal): FetchParams {
  return {
    ...state,
    log: { messages: [], steps: [] },
    ownPreflightCache: createCorsPreflightCache(state.now, state.quirks),
    ...(signal === undefined ? {} : { signal }),
  }
}
