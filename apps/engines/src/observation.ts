import type { PageEnd } from './page-report.ts'
import type { SeenRequest, Stage } from './stage.ts'

/** What can be observed of a trial from outside: what the page learned, and what the servers saw. */
export interface Observation {
  /** One end for each of the trial's requests. */
  readonly ends: readonly ObservedEnd[]
  /** Every request that went over the wire, in order. */
  readonly messages: readonly ObservedMessage[]
}

/** How one call of `fetch` ended. */
export type ObservedEnd =
  | { readonly kind: 'rejected' | 'unsettled' }
  | {
      readonly kind: 'resolved'
      readonly status: number
      readonly type?: string
      readonly redirected?: boolean
      /** The URL of the response, with the names of servers for their origins. */
      readonly url: string
      /** The names of the readable headers, lower-case and sorted. */
      readonly headers: readonly string[]
    }

/** A request as a server saw it, without what is a browser's own affair. */
export interface ObservedMessage {
  readonly purpose: 'preflight' | 'actual'
  readonly method: string
  readonly url: string
  /** The header fields by name, lower-case and sorted; the values of one name are joined. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The headers that browsers add to requests after all decisions of CORS are made, or that frame the message. */
const OWN_AFFAIRS: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'dnt',
  'host',
  'referer',
  'te',
  'upgrade-insecure-requests',
])

/** Brings what was seen into the form that is compared. */
export function observe(stage: Stage, ends: readonly PageEnd[]): Observation {
  return {
    ends: ends.map((end) => observeEnd(stage, end)),
    messages: stage.seen.map((request) => observeMessage(stage, request)),
  }
}

function observeEnd(stage: Stage, end: PageEnd): ObservedEnd {
  if (end.kind !== 'resolved') return { kind: end.kind }
  const headers = [...new Set(end.headers.map((name) => name.toLowerCase()))].sort()
  return { ...end, url: nameServer(stage, end.url), headers }
}

function observeMessage(stage: Stage, { purpose, method, url, headers, body }: SeenRequest): ObservedMessage {
  const pageHeaders = stage.trial.requests.flatMap((request) => request.headers).map(([name]) => name.toLowerCase())
  const observed = new Map<string, string>()
  for (const [name, value] of headers) {
    const lowercase = name.toLowerCase()
    if (OWN_AFFAIRS.has(lowercase) || lowercase.startsWith('sec-')) continue
    if (lowercase === 'cookie' && !areCookiesComparable(stage)) continue
    const isSeveral = purpose === 'actual' && pageHeaders.filter((other) => other === lowercase).length > 1
    const isRewritten = isSeveral || lowercase === 'range'
    observed.set(lowercase, isRewritten ? 'as the HTTP stack writes it' : join(observed.get(lowercase), decode(value)))
  }
  const sorted = [...observed].sort(([one], [other]) => (one < other ? -1 : 1))
  return { purpose, method, url: nameServer(stage, url), headers: Object.fromEntries(sorted), body: decode(body) }
}

/** Whether browsers agree about cookies: they do within one site, and where no frame is sandboxed. */
function areCookiesComparable({ trial }: Stage): boolean {
  return trial.page !== 'sandbox' && trial.hops.every(({ server }) => server !== 'partner')
}

function join(before: string | undefined, value: string): string {
  return (before === undefined ? value : `${before}, ${value}`).trim()
}

/** Decodes bytes that are UTF-8, as which one HTTP stack sends what others send as Latin-1. */
function decode(bytes: string): string {
  const text = Buffer.from(bytes, 'latin1').toString()
  return text.includes('\uFFFD') ? bytes : text
}

/** Writes `api/0` for the URL of a hop of that server. */
function nameServer({ place }: Stage, fullUrl: string): string {
  const url = fullUrl.replace('user:password@', '')
  for (const [name, origin] of Object.entries(place.origins)) {
    if (url.startsWith(`${origin}/`)) return url.replace(`${origin}/trial/${place.id}`, name)
  }
  return url
}
