import type { FetchLog } from './fetch-log.ts'
import type { Transport } from './transport.ts'

/**
 * What stays the same through one fetch, its preflights and redirects included.
 *
 * @see https://fetch.spec.whatwg.org/#fetch-params
 */
export interface FetchParams {
  /** What puts the requests on the wire. */
  readonly transport: Transport
  /** What is written down on the way. */
  readonly log: FetchLog
}
