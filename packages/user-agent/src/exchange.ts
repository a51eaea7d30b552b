import type { HeaderPairs } from './header-list.ts'
import type { ReasonCode } from './reason-code.ts'
import type { ReferrerPolicy } from './referrer-policy.ts'

/** The standard's credentials modes. `include` is the mode, not whether a cookie was there to be sent. */
export type CredentialsMode = 'omit' | 'same-origin' | 'include'

/** The request modes that a page's `fetch` can have. */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin'

/** What a fetch does when it meets a redirect. */
export type RedirectMode = 'follow' | 'error' | 'manual'

/** The page on whose behalf a request is made. */
export interface Page {
  /** The page's serialized origin; `null` for an opaque one, such as that of a sandboxed frame. */
  readonly origin: string
  /**
   * The serialized origin in the address bar, where the page is in a frame of another one. Default: its own.
   *
   * Preflights are cached apart for every site in the address bar, and a page in a frame of a foreign site is sent no
   * `SameSite` cookies.
   */
  readonly topLevelOrigin?: string
}

/** A request as a page makes it. */
export interface PageRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderPairs
  readonly credentials: CredentialsMode
  readonly mode: RequestMode
  readonly redirect: RedirectMode
  /** The request body, where there is one. */
  readonly body?: string
  /** Whether the body is a `ReadableStream` with this text in it: such a request always needs a preflight. */
  readonly streamed?: boolean
  /** Whether it is an `XMLHttpRequest` with listeners on its `upload`: such a request always needs a preflight too. */
  readonly uploadListeners?: boolean
  /** The referrer policy, by which others than CORS requests show their origin. Default: the browser's own. */
  readonly referrerPolicy?: ReferrerPolicy
}

/** One request that went over the wire, and what came back. */
export interface ExchangeMessage {
  readonly purpose: 'preflight' | 'actual'
  readonly request: { readonly method: string; readonly url: string; readonly headers: HeaderPairs }
  /** `null` where no response came; `error` then says why. */
  readonly response: {
    readonly status: number
    readonly headers: HeaderPairs
    /** The decoded body, where the transport gave one. */
    readonly body?: string
  } | null
  readonly error?: string
}

/** One step of an algorithm of the standard, as it was taken. */
export interface ExchangeStep {
  /** The algorithm by its name in the standard. */
  readonly algorithm: string
  /** The address of that algorithm in the standard. */
  readonly anchor: string
  readonly verdict: 'pass' | 'fail' | 'info'
  /** What was found, in one sentence. */
  readonly text: string
}

/**
 * How an exchange ends for the page.
 *
 * `readable`: the page gets the response. `blocked`: a response came and is withheld. `preflight-refused`: the actual
 * request was never sent. `opaque`: the page gets an opaque response. `transport-error`: no response came at all, or the
 * page did not wait for it.
 */
export type Outcome = 'readable' | 'blocked' | 'preflight-refused' | 'opaque' | 'transport-error'

/** A page's request from beginning to end, as the browser sees it. Plain JSON. */
export interface Exchange {
  readonly page: Page
  readonly request: PageRequest
  /** What went over the wire, in order. */
  readonly messages: readonly ExchangeMessage[]
  readonly outcome: Outcome
  /** The step that failed; `null` where none did. */
  readonly reason: ReasonCode | null
  /** The names of the response headers that the page can read, lower-case and sorted; empty where it can read nothing. */
  readonly exposedHeaders: readonly string[]
  /** The steps taken, in the order of the standard. */
  readonly steps: readonly ExchangeStep[]
}
