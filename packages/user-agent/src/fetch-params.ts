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
  /** Ends the fetch early; it is passed on to the transport. */
  readonly signal?: AbortSignal
}
