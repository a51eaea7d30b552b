import type { CheckFailed } from './check-result.ts'
import type { CredentialsMode, RedirectMode, RequestMode } from './exchange.ts'
import type { HeaderPairs } from './header-list.ts'
import type { ReferrerPolicy } from './referrer-policy.ts'

/** The modes of every kind of request that the algorithms know; a page's `fetch` has but {@link RequestMode}. */
export type FetchRequestMode = RequestMode | 'navigate' | 'websocket' | 'webtransport'

/** How much of a response its page gets: all of it, what the response shares, or nothing. */
export type ResponseTainting = 'basic' | 'cors' | 'opaque'

/** A request's body. */
export interface RequestBody {
  /** What the body can be made of again; `null` for a stream, which is gone once it is sent. */
  readonly source: string | Uint8Array | null
  /** What a stream has in it, where that is known beforehand. */
  readonly streamed?: string
}

/**
 * A request as the algorithms of the standard see it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request
 */
export interface FetchRequest {
  /** The method, normalized. */
  readonly method: string
  /** The current URL: the last one of the URL list. */
  readonly url: URL
  /** The URLs before it in the URL list; empty until a redirect is followed. */
  readonly redirectedFrom: readonly URL[]
  /** The header list. */
  readonly headers: HeaderPairs
  /** The body; `null` for none. */
  readonly body: RequestBody | null
  /** The serialized origin of whoever made the request, whatever redirects came since. */
  readonly origin: string
  /** The serialized origin in the address bar: that of the outermost page, where this one is in a frame. */
  readonly topLevelOrigin: string
  /** The request mode. */
  readonly mode: FetchRequestMode
  /** The credentials mode. */
  readonly credentials: CredentialsMode
  /** The redirect mode. */
  readonly redirect: RedirectMode
  /** The referrer policy. */
  readonly referrerPolicy: ReferrerPolicy
  /** The response tainting; `basic` until main fetch says otherwise. */
  readonly responseTainting: ResponseTainting
  /** The unsafe-request flag, which `fetch` and `XMLHttpRequest` set: such requests may need a preflight. */
  readonly unsafeRequest: boolean
  /** The use-CORS-preflight flag, set for upload listeners and streams: such requests always need one. */
  readonly useCorsPreflight: boolean
  /** The timing allow failed flag, which the first failed TAO check sets for good. */
  readonly timingAllowFailed: boolean
  /** What engines go by after a redirect and the standard does not. Absent until a redirect is followed. */
  readonly past?: RequestPast
}

/** What engines remember of a request from before its redirects. */
export interface RequestPast {
  /** The method with which it began. */
  readonly method: string
  /** The header list with which it began. */
  readonly headers: HeaderPairs
  /** The headers that decide about its preflight now. */
  readonly announcedHeaders: HeaderPairs
  /** Whether it has a preflight now, whatever else it is. */
  readonly callsForPreflight: boolean
  /** The `Origin` that it has now where it is none of CORS; `null` for none. */
  readonly originHeader: string | null
  /** Why the redirect that has led here is refused once the preflight has passed; `null` where it is not. */
  readonly lateRefusal: CheckFailed | null
}
