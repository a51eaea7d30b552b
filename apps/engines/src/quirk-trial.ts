import type { EngineQuirk, HeaderPairs, QuirkDemonstration } from '@corsac/user-agent'
import type { ServerName } from './origins.ts'
import type { Answer, Hop, Trial } from './trial.ts'

/** Requests that follow each other closely have times of their own all the same. */
const SHORTEST_WAIT = 20

/** Makes a trial of the exchange that shows a quirk. */
export function trialOfQuirk({ exchange }: EngineQuirk): Trial {
  const { fetches, page } = exchange
  return {
    page: page.origin === 'null' ? 'sandbox' : 'app',
    requests: fetches.map(({ request, afterSeconds = 0 }) => ({
      ...request,
      hop: 0,
      wait: Math.max(afterSeconds * 1000, SHORTEST_WAIT),
    })),
    hops: urlsOf(exchange).map((url, index, urls) => createHop(exchange, url, index, urls)),
  }
}

/** The URLs that are visited: that of the requests, and then those to which one redirect after the other leads. */
function urlsOf({ answers, fetches }: QuirkDemonstration): readonly URL[] {
  const urls = [new URL(fetches[0]?.request.url ?? '')]
  for (const { headers } of answers) {
    const url = followLocation(headers.find(([name]) => name === 'Location')?.[1] ?? '', urls.at(-1))
    if (url !== null && !urls.some(({ href }) => href === url.href)) urls.push(url)
  }
  return urls
}

function followLocation(location: string, base: URL | undefined): URL | null {
  if (location === '' || !URL.canParse(location, base)) return null
  const url = new URL(location, base)
  return url.protocol.startsWith('http') ? url : null
}

/** A demonstration gives its answers in their order; where there are several URLs, each gives one, and so does each again. */
function createHop(exchange: QuirkDemonstration, url: URL, index: number, urls: readonly URL[]): Hop {
  const { answers, page, preflightAnswers } = exchange
  const own = <Value>(list: readonly Value[]): readonly Value[] =>
    urls.length === 1 ? list : list.slice(Math.min(index, list.length - 1)).slice(0, 1)
  const appOrigin = page.topLevelOrigin ?? page.origin
  const adapt = (headers: HeaderPairs): HeaderPairs =>
    headers.map(([name, value]) => {
      const adapted = name === 'Location' ? placeholderFor(value, url, urls) : value.replaceAll(appOrigin, '{app}')
      return [name, adapted] as const
    })
  return {
    server: serverOf(url, appOrigin),
    preflight: own(preflightAnswers).map((headers): Answer => ({ status: 204, headers: adapt(headers) })),
    actual: own(answers).map(({ status, headers }): Answer => ({ status, headers: adapt(headers) })),
  }
}

/** What is relative stays so, because an engine joins several of them; what leads to no hop stays as it is. */
function placeholderFor(location: string, base: URL, urls: readonly URL[]): string {
  const target = followLocation(location, base)
  const hop = urls.findIndex(({ href }) => href === target?.href)
  if (hop === -1) return location
  return location.startsWith('/') ? String(hop) : `{${location.includes('@') ? 'userinfo' : 'hop'}:${hop}}`
}

function serverOf({ hostname, origin }: URL, appOrigin: string): ServerName {
  if (origin === appOrigin) return 'app'
  return hostname.startsWith('api.') ? 'api' : 'cdn'
}
