import {
  createUserAgent,
  type CredentialsMode,
  type Engine,
  type Exchange,
  getHeader,
  type HeaderPairs,
  isForbiddenRequestHeader,
  type PageRequest,
} from '@corsac/user-agent'
import type { HarFetch } from './har-fetch.ts'
import { createHarTransport } from './har-transport.ts'
import type { HarEntry } from './parse-har.ts'

/** What a recorded call of `fetch` comes to. */
export interface HarReplay {
  readonly exchange: Exchange
  /** The places in the file of the entries that it consists of. */
  readonly entries: readonly number[]
  /** What had to be supposed, because a HAR file does not say it. */
  readonly suppositions: readonly string[]
}

/** The headers that browsers set by themselves, beside those that no page can set. */
const SET_BY_BROWSERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'alt-used',
  'cache-control',
  'if-modified-since',
  'if-none-match',
  'pragma',
  'priority',
  'purpose',
  'save-data',
  'upgrade-insecure-requests',
  'user-agent',
  'x-client-data',
])

/** A header that a preflight names and no entry has the value of; with this one it calls for a preflight. */
const UNKNOWN_VALUE = '(unknown)'

/** What {@link replayHarFetch} can be told. */
export interface ReplayOptions {
  /** Whether to take every request for one with credentials. */
  readonly credentials: boolean
  /** Whose quirks to apply; absent for the standard. */
  readonly engine?: Engine
}

/** Finds out what a recorded call of `fetch` comes to for its page. */
export async function replayHarFetch(fetch: HarFetch, { credentials, ...options }: ReplayOptions): Promise<HarReplay> {
  const entries = fetch.hops.flatMap(({ actual, preflight }) => [preflight, actual]).filter((entry) => entry !== null)
  const indices = entries.map(({ index }) => index).sort((one, other) => one - other)
  const hasCookie = entries.some(({ requestHeaders }) => getHeader(requestHeaders, 'cookie') !== null)
  const replay = await replayWith(fetch, credentials || hasCookie ? 'include' : 'same-origin', options)
  if (replay.exchange.reason === null && !credentials && !hasCookie && entries.some(isRefusedByBrowser)) {
    const credentialed = await replayWith(fetch, 'include', options)
    if (credentialed.exchange.reason !== null) {
      const supposition =
        'It is taken for a request with credentials, since only so the browser had a reason to refuse it.'
      return { ...credentialed, entries: indices, suppositions: [...credentialed.suppositions, supposition] }
    }
  }
  const supposition = 'It is taken for a request with credentials, since it carried a Cookie.'
  return {
    ...replay,
    entries: indices,
    suppositions: hasCookie && !credentials ? [...replay.suppositions, supposition] : replay.suppositions,
  }
}

/** Chromium says so of a response that it withholds, and also of a request that a preflight kept from being sent. */
function isRefusedByBrowser({ error, status }: HarEntry): boolean {
  return status > 0 && error === 'net::ERR_FAILED'
}

async function replayWith(
  { hops, origin }: HarFetch,
  credentials: CredentialsMode,
  { engine }: Pick<ReplayOptions, 'engine'>,
): Promise<Omit<HarReplay, 'entries'>> {
  const { isRecorded, transport } = createHarTransport(hops)
  const agent = createUserAgent({ transport, ...(engine === undefined ? {} : { engine }) })
  const exchange = await agent.fetch({ origin }, makeRequest(hops, credentials))
  const messages = exchange.messages.filter(isRecorded)
  return {
    exchange: { ...exchange, messages },
    suppositions:
      messages.length === exchange.messages.length
        ? []
        : ['The preflight is not in the file, as where the browser remembered an earlier one: it is taken for passed.'],
  }
}

function makeRequest([first]: HarFetch['hops'], credentials: CredentialsMode): PageRequest {
  const { actual = null, preflight = null } = first ?? {}
  const asked = getHeader(preflight?.requestHeaders ?? [], 'access-control-request-method')
  return {
    method: actual?.method ?? asked ?? 'GET',
    url: (actual ?? preflight)?.url ?? '',
    headers: pageHeaders(actual?.requestHeaders ?? [], preflight),
    credentials,
    mode: 'cors',
    redirect: 'follow',
  }
}

/** Picks out what the page has set: what a preflight names, or else all that browsers do not set by themselves. */
function pageHeaders(recorded: HeaderPairs, preflight: HarEntry | null): HeaderPairs {
  if (preflight === null) {
    return recorded.filter(
      ([name, value]) =>
        !name.startsWith(':') && !SET_BY_BROWSERS.has(name.toLowerCase()) && !isForbiddenRequestHeader(name, value),
    )
  }
  const names = getHeader(preflight.requestHeaders, 'access-control-request-headers') ?? ''
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => [name, getHeader(recorded, name) ?? UNKNOWN_VALUE] as const)
}
