import { type CorsFetchBody, extractCorsFetchBody } from './cors-fetch-body.ts'
import type { PageRequest } from './exchange.ts'
import type { HeaderPairs } from './header-list.ts'
import { normalizeMethod } from './method.ts'
import { parseUrl } from './parse-url.ts'

/** What a page's call of `fetch` says. */
export interface CorsFetchArguments {
  readonly request: PageRequest
  /** The body; `null` for none. */
  readonly body: CorsFetchBody | null
  /** What ends the fetch early. */
  readonly signal: AbortSignal | undefined
}

/**
 * Reads the arguments of a page's call of `fetch`. What CORS has no part in, such as a body that was used before, is
 * judged by Node's own `Request`, which throws a `TypeError` like that of a browser.
 *
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export async function readCorsFetchArguments(
  input: string | URL | Request,
  init: RequestInit = {},
  baseUrl: string | undefined,
): Promise<CorsFetchArguments> {
  const given = typeof input === 'object' && 'url' in input ? input : null
  const url = typeof input === 'string' ? input : 'url' in input ? input.url : input.href
  const method = init.method ?? given?.method ?? 'GET'
  // URL, method and headers are left to the algorithms: what Node thinks of them is not what browsers do.
  const judged = new Request(given ?? 'http://judged.invalid/', {
    ...init,
    method: /^(?:GET|HEAD)$/.test(normalizeMethod(method)) ? 'GET' : 'POST',
    headers: [],
    referrer: '',
    signal: null,
  })
  const request: PageRequest = {
    method,
    url: parseUrl(url, baseUrl)?.href ?? url,
    headers: readHeaders(init.headers ?? given?.headers ?? []),
    credentials: judged.credentials,
    // Node has thrown for the mode of navigations.
    mode: judged.mode === 'navigate' ? 'same-origin' : judged.mode,
    redirect: judged.redirect,
    ...(judged.referrerPolicy === '' ? {} : { referrerPolicy: judged.referrerPolicy }),
    ...recordBody(init.body),
  }
  return {
    request,
    signal: (init.signal === undefined ? given?.signal : init.signal) ?? undefined,
    body: await extractCorsFetchBody(init.body, judged),
  }
}

/** Records a body as far as JSON can hold it. What is in a stream shows only when it is sent. */
function recordBody(body: RequestInit['body']): Pick<PageRequest, 'body' | 'streamed'> {
  if (body instanceof ReadableStream) return { body: '', streamed: true }
  return typeof body === 'string' ? { body } : {}
}

/** Reads headers as they are given: a `Headers` object would join and sort them, and judge them as Node does. */
function readHeaders(headers: NonNullable<RequestInit['headers']>): HeaderPairs {
  const entries: Iterable<readonly unknown[]> = Symbol.iterator in headers ? headers : Object.entries(headers)
  return Array.from(entries, ([name, value]) => [String(name), String(value)] as const)
}
