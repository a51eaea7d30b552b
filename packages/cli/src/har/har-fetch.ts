import { getHeader, isRedirectStatus, isSameOrigin } from '@corsac/user-agent'
import { parseUrl } from '../parse-url.ts'
import type { HarEntry } from './parse-har.ts'

/** One call of `fetch`, as entries of a HAR file: a request, each of its redirects, and their preflights. */
export interface HarFetch {
  /** The origin of the page. */
  readonly origin: string
  /** The hops, in order; more than one where the server redirected. */
  readonly hops: readonly HarHop[]
}

/** One request to one URL. */
export interface HarHop {
  /** The preflight, where one is recorded. */
  readonly preflight: HarEntry | null
  /** The request itself; `null` where the file holds the preflight alone. */
  readonly actual: HarEntry | null
}

/** Gathers the entries of a HAR file into calls of `fetch`, and leaves out those that are no CORS requests. */
export function gatherFetches(entries: readonly HarEntry[]): readonly HarFetch[] {
  const hops = pairPreflights(entries.filter(isFetched))
  const chains: HarHop[][] = []
  for (const hop of hops) {
    const chain = chains.find((others) => leadsTo(others.at(-1), hop))
    if (chain === undefined) chains.push([hop])
    else chain.push(hop)
  }
  return chains.flatMap((chain) => {
    const origin = findOrigin(chain)
    return origin !== null && chain.some(({ actual, preflight }) => isForeign(actual ?? preflight, origin))
      ? [{ origin, hops: chain }]
      : []
  })
}

/** Leaves out what is neither a script's request nor a preflight: navigations, images, streams of the browser itself. */
function isFetched({ requestHeaders, resourceType, url }: HarEntry): boolean {
  const mode = getHeader(requestHeaders, 'sec-fetch-mode')
  if (!/^https?:/.test(url) || (mode !== null && mode !== 'cors')) return false
  const isMarked =
    resourceType !== null && /^(?:fetch|xhr|xmlhttprequest|preflight|eventsource|script|font)$/i.test(resourceType)
  return mode === 'cors' || isMarked || getHeader(requestHeaders, 'origin') !== null
}

function isPreflight({ method, requestHeaders }: HarEntry): boolean {
  return method === 'OPTIONS' && getHeader(requestHeaders, 'access-control-request-method') !== null
}

/** Browsers list a preflight before or behind its request, but start it hardly later. */
function pairPreflights(entries: readonly HarEntry[]): readonly HarHop[] {
  const remaining = new Set(entries.filter((entry) => !isPreflight(entry)))
  const lone: HarHop[] = []
  const preflights = new Map<HarEntry, HarEntry>()
  for (const preflight of entries.filter(isPreflight)) {
    const method = getHeader(preflight.requestHeaders, 'access-control-request-method')
    const [nearest] = [...remaining]
      .filter((entry) => entry.url === preflight.url && entry.method === method && !preflights.has(entry))
      .sort((one, other) => distance(one, preflight) - distance(other, preflight))
    if (nearest === undefined) lone.push({ preflight, actual: null })
    else preflights.set(nearest, preflight)
  }
  const paired = [...remaining].map((actual) => ({ preflight: preflights.get(actual) ?? null, actual }))
  return [...paired, ...lone].sort((one, other) => startOf(one) - startOf(other) || indexOf(one) - indexOf(other))
}

function distance(one: HarEntry, other: HarEntry): number {
  return Math.abs(one.startedAt - other.startedAt) + Math.abs(one.index - other.index) / 1000
}

function startOf({ actual, preflight }: HarHop): number {
  return (actual ?? preflight)?.startedAt ?? 0
}

function indexOf({ actual, preflight }: HarHop): number {
  return (actual ?? preflight)?.index ?? 0
}

function leadsTo(from: HarHop | undefined, to: HarHop): boolean {
  const redirect = from?.actual ?? null
  const next = to.actual ?? to.preflight
  if (redirect === null || next === null || !isRedirectStatus(redirect.status)) return false
  const location = getHeader(redirect.responseHeaders, 'location')
  const target = location === null ? null : parseUrl(location, redirect.url)
  return target !== null && withoutFragment(target.href) === withoutFragment(next.url)
}

function withoutFragment(url: string): string {
  return url.split('#', 1).join('')
}

/** The page's origin is in `Origin` until a redirect makes that `null`; where a request was not sent, in `Referer`. */
function findOrigin(hops: readonly HarHop[]): string | null {
  const entries = hops.flatMap(({ actual, preflight }) => [preflight, actual]).filter((entry) => entry !== null)
  const origins = entries
    .map(({ requestHeaders }) => getHeader(requestHeaders, 'origin'))
    .filter((origin) => origin !== null)
  const referrers = entries.map(
    ({ requestHeaders }) => parseUrl(getHeader(requestHeaders, 'referer') ?? '')?.origin ?? null,
  )
  return (
    origins.find((origin) => origin !== 'null') ?? referrers.find((origin) => origin !== null) ?? origins[0] ?? null
  )
}

function isForeign(entry: HarEntry | null, origin: string): boolean {
  const url = parseUrl(entry?.url ?? '')
  return url !== null && !isSameOrigin(origin, url)
}
