import type { CredentialsMode, Outcome, Page, PageRequest } from './exchange.ts'
import type { HeaderPairs } from './header-list.ts'

/** Requests of one page in a browser that has just been started, and answers to them, that show a quirk. */
export interface QuirkDemonstration {
  /** The page. */
  readonly page: Page
  /** Its requests, one after the other. */
  readonly fetches: readonly QuirkFetch[]
  /** The answers to preflights in their order, all with the status 204; the last one is given from then on. */
  readonly preflightAnswers: readonly HeaderPairs[]
  /** The answers to other requests, all with the status 200, likewise. */
  readonly answers: readonly HeaderPairs[]
}

/** One request of a {@link QuirkDemonstration}, and what comes of it. */
export interface QuirkFetch {
  /** The request. */
  readonly request: PageRequest
  /** How many seconds after the one before it is made. Default: 0. */
  readonly afterSeconds?: number
  /** What comes of it by the standard. */
  readonly byStandard: QuirkFetchEnd
  /** What comes of it in the engines that have the quirk. Default: the same. */
  readonly byEngine?: QuirkFetchEnd
}

/** What shows of a fetch: whether the server is asked first, and how it ends for the page. */
export interface QuirkFetchEnd {
  /** Whether there is a preflight. */
  readonly preflight: boolean
  /** How it ends. */
  readonly outcome: Outcome
}

/** The page of every demonstration. */
export const demonstrationPage: Page = { origin: 'https://app.example' }

/** A request for which the server is asked, and allows it. */
export const ASKED: QuirkFetchEnd = { preflight: true, outcome: 'readable' }
/** A request that a cached preflight allows. */
export const CACHED: QuirkFetchEnd = { preflight: false, outcome: 'readable' }
/** A request for which the server is asked, and does not allow it. */
export const REFUSED: QuirkFetchEnd = { preflight: true, outcome: 'preflight-refused' }

/** A request for which the server is asked, and allows it, only for the page not to get the response. */
export const BLOCKED: QuirkFetchEnd = { preflight: true, outcome: 'blocked' }

/** An answer that every page may read. */
export const SHARED: HeaderPairs = [['Access-Control-Allow-Origin', '*']]
/** An answer that the page may read with credentials. */
export const SHARED_WITH_CREDENTIALS: HeaderPairs = [
  ['Access-Control-Allow-Origin', demonstrationPage.origin],
  ['Access-Control-Allow-Credentials', 'true'],
]

/** Makes a request of the page, with a header of each of the names. */
export function pageRequest(
  method: string,
  headerNames: readonly string[] = [],
  differences: { readonly credentials?: CredentialsMode; readonly uploadListeners?: boolean } = {},
): PageRequest {
  return {
    method,
    url: 'https://api.example/',
    headers: headerNames.map((name) => [name, 'x'] as const),
    credentials: 'omit',
    mode: 'cors',
    redirect: 'follow',
    ...differences,
  }
}

/** Answers a preflight with the lists that are given, to be kept for ten minutes unless something else is said. */
export function allowing(
  lists: { readonly methods?: string; readonly headers?: string; readonly maxAge?: string },
  shared: HeaderPairs = SHARED,
): HeaderPairs {
  const { headers, maxAge = '600', methods } = lists
  return [
    ...shared,
    ...(methods === undefined ? [] : [['Access-Control-Allow-Methods', methods] as const]),
    ...(headers === undefined ? [] : [['Access-Control-Allow-Headers', headers] as const]),
    ['Access-Control-Max-Age', maxAge],
  ]
}
