/** What a page has to do in a trial. */
export interface PageTrial {
  readonly id: string
  readonly page: string
  readonly calls: readonly PageCall[]
}

/** One request, by `fetch` or, where it has upload listeners, by `XMLHttpRequest`. */
export interface PageCall {
  readonly url: string
  /** How many milliseconds the page waits before it. */
  readonly wait: number
  readonly uploadListeners: boolean
  readonly init: {
    readonly method: string
    readonly headers: readonly (readonly [name: string, value: string])[]
    readonly credentials: string
    readonly mode: string
    readonly redirect: string
    readonly body?: string
  }
}

/** What a page reports of a trial. */
export interface PageReport {
  readonly id: string
  readonly results: readonly PageResult[]
}

/** What came of one request, and when it was made, in milliseconds since the epoch. */
export interface PageResult {
  readonly start: number
  readonly end: PageEnd
}

/** What a page learns of one request. */
export type PageEnd =
  | { readonly kind: 'rejected'; readonly error: string }
  /** The browser said nothing at all for half a minute. */
  | { readonly kind: 'unsettled' }
  | {
      readonly kind: 'resolved'
      readonly status: number
      /** The response type; `XMLHttpRequest` does not tell. */
      readonly type?: string
      /** Whether redirects were followed; `XMLHttpRequest` does not tell. */
      readonly redirected?: boolean
      readonly url: string
      /** The names of the response headers that the page can read. */
      readonly headers: readonly string[]
    }
