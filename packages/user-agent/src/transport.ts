import type { HeaderPairs } from './header-list.ts'

/** One HTTP request to be put on the wire exactly as it is written. */
export interface TransportRequest {
  readonly method: string
  readonly url: string
  /** The fields to send, in this order and no others but those that framing needs (`Host`, `Content-Length`, …). */
  readonly headers: HeaderPairs
  /** The request body, where there is one that is known beforehand; text goes in UTF-8. */
  readonly body?: string | Uint8Array
  /** Tells that nobody waits for the response any more. */
  readonly signal?: AbortSignal
}

/** One HTTP response as it came; redirects are not followed and no field is hidden. */
export interface TransportResponse {
  readonly status: number
  readonly headers: HeaderPairs
  readonly body?: string
}

/** Sends one request and resolves to its response. A rejection means that no response came. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>
