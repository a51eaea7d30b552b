import type { HeaderPairs } from '@corsac/user-agent'
import { fillIn, type Place } from './fill-in.ts'
import type { Answer, Trial } from './trial.ts'

/** A request as a server gets it. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderPairs
  readonly body: string
}

/** A response as a server gives it, complete but for the status line. */
export interface WireResponse extends Answer {
  readonly body: string
}

/** A request that was seen in a trial. */
export interface SeenRequest extends WireRequest {
  readonly purpose: 'preflight' | 'actual'
  /** The index of the hop that was asked; `-1` for none of the trial's. */
  readonly hop: number
  /** When it was seen, in milliseconds since the epoch. */
  readonly at: number
}

/** The servers' part in one trial: it gives the answers and remembers the requests. */
export interface Stage {
  readonly trial: Trial
  readonly place: Place
  /** What was seen so far, in order. */
  readonly seen: readonly SeenRequest[]
  answer(request: WireRequest): WireResponse
}

/** The statuses whose responses end with their head. */
const HEAD_ONLY: ReadonlySet<number> = new Set([204, 304])

/** Prepares the servers for one trial. A stage is played on once: by an engine or by the model. */
export function createStage(trial: Trial, place: Place): Stage {
  const seen: SeenRequest[] = []
  return {
    trial,
    place,
    seen,
    answer(request) {
      const purpose = isPreflight(request) ? 'preflight' : 'actual'
      const hop = hopOf(request.url)
      const before = seen.filter((other) => other.purpose === purpose && other.hop === hop).length
      seen.push({ ...request, purpose, hop, at: Date.now() })
      const answers = trial.hops[hop]?.[purpose] ?? []
      const answer = answers[Math.min(before, answers.length - 1)] ?? { status: 404, headers: [] }
      return complete(answer, `${purpose} ${hop}`, (text) => fillIn(text, trial, place))
    },
  }
}

/** Tells whether a request is a CORS-preflight request. No page can set the header that makes it one. */
function isPreflight({ method, headers }: WireRequest): boolean {
  return method === 'OPTIONS' && headers.some(([name]) => name.toLowerCase() === 'access-control-request-method')
}

function hopOf(url: string): number {
  // An engine joins two `Location` fields into one URL with a comma in its path.
  const index = /^\/trial\/[^/]+\/(\d+)(?:,|$)/.exec(new URL(url).pathname)?.[1]
  return index === undefined ? -1 : Number(index)
}

/** Adds what every response has: a length, and a word against the HTTP cache, which is not what is on trial. */
function complete({ status, headers }: Answer, text: string, fill: (text: string) => string): WireResponse {
  const body = HEAD_ONLY.has(status) || status === 205 ? '' : text
  return {
    status,
    headers: [
      ...headers.map(([name, value]) => [fill(name), fill(value)] as const),
      ['Cache-Control', 'no-store'],
      ...(HEAD_ONLY.has(status) ? [] : [['Content-Length', String(body.length)] as const]),
    ],
    body,
  }
}
