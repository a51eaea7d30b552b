import type { Outcome, Page, PageRequest } from './exchange.ts'
import type { HeaderPairs } from './header-list.ts'

/** Requests of one page in a browser that has just been started, and answers to them, that show a quirk. */
export interface QuirkDemonstration {
  /** The page. */
  readonly page: Page
  /** Its requests, one after the other. */
  readonly fetches: readonly QuirkFetch[]
  /** The answers to preflights in their order, all with the status 204; the last one is given from then on. */
  readonly preflightAnswers: readonly HeaderPairs[]
  /** The answers to other requests, likewise. */
  readonly answers: readonly QuirkAnswer[]
}

/** The answer to a request that is no preflight. */
export interface QuirkAnswer {
  /** Its status. */
  readonly status: number
  /** Its header fields. */
  readonly headers: HeaderPairs
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

/** What shows of a fetch: whether the server is asked first, how it ends for the page, and what the server is sent. */
export interface QuirkFetchEnd {
  /** Whether there is a preflight; where a redirect is followed, at the server that it leads to. */
  readonly preflight: boolean
  /** How it ends. */
  readonly outcome: Outcome
  /** Something about the last request that goes over the wire, where that is what the quirk is about. */
  readonly lastRequest?: QuirkRequestSight
  /** The names of the response headers that the page can read, where that is what the quirk is about. */
  readonly exposedHeaders?: readonly string[]
}

/** What a server sees of a request. */
export interface QuirkRequestSight {
  /** Its method. */
  readonly method?: string
  /** Headers of it by lower-case name; `null` for one that it does not have. */
  readonly headers?: Readonly<Record<string, string | null>>
}

/** The page of every demonstration. */
export const demonstrationPage: Page = { origin: 'https://app.example' }

/** A request for which the server is asked, and allows it. */
export const ASKED: QuirkFetchEnd = { preflight: true, outcome: 'readable' }
/** A request that a cached preflight allows. */
export const CACHED: QuirkFetchEnd = { preflight: false, outcome: 'readable' }
/** A request for which nobody is asked. */
export const UNASKED: QuirkFetchEnd = CACHED
/** A request for which the server is asked, and does not allow it. */
export const REFUSED: QuirkFetchEnd = { preflight: true, outcome: 'preflight-refused' }

/** A request for which the server is asked, and allows it, only for the page not to get the response. */
export const BLOCKED: QuirkFetchEnd = { preflight: true, outcome: 'blocked' }

/** The headers with which every page may read an answer. */
export const SHARED: HeaderPairs = [['Access-Control-Allow-Origin', '*']]
/** The headers with which the page may read it with credentials. */
export const SHARED_WITH_CREDENTIALS: HeaderPairs = [
  ['Access-Control-Allow-Origin', demonstrationPage.origin],
  ['Access-Control-Allow-Credentials', 'true'],
]

/** An answer that every page may read. */
export const READABLE: QuirkAnswer = { status: 200, headers: SHARED }

/** Answers with a redirect that every page may follow. */
export function redirecting(status: number, ...locations: readonly string[]): QuirkAnswer {
  return { status, headers: [...SHARED, ...locations.map((location) => ['Location', location] as const)] }
}

/** Makes a request of the page, with a header of each of the names. */
export function pageRequest(
  method: string,
  headerNames: readonly string[] = [],
  differences: Partial<PageRequest> = {},
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
