import { createUserAgent, type Exchange, type ExchangeMessage, getHeader, type Transport } from '@corsac/user-agent'

/** An origin that no website has: a server that allows it allows every other. */
export const PROBE_ORIGIN = 'https://corsac-probe.example'

/**
 * Asks for the same once more, as a page on an origin that no server has listed.
 *
 * Only what is safe to repeat goes over the wire: preflights, GET and HEAD.
 */
export function probe({ request }: Exchange, transport: Transport): Promise<Exchange> {
  const careful: Transport = (sent) =>
    ['GET', 'HEAD', 'OPTIONS'].includes(sent.method)
      ? transport(sent)
      : Promise.reject(new Error(`${sent.method} is not repeated`))
  return createUserAgent({ transport: careful }).fetch({ origin: PROBE_ORIGIN }, request)
}

/** Says what the answer to another origin brings to light. */
export function noteProbe(exchange: Exchange, probed: Exchange): readonly string[] {
  const pair = findPair(exchange, probed)
  if (pair === null) return [`Nothing could be asked once more: ${exchange.request.method} is not safe to repeat.`]
  const [asked, answer] = pair
  const allowed = getHeader(answer.headers, 'access-control-allow-origin')
  const shared = getHeader(asked.headers, 'access-control-allow-origin')
  return [...noteReflection(answer, allowed), ...noteVary(asked, answer, allowed !== shared)]
}

type Response = NonNullable<ExchangeMessage['response']>

/** Finds the same step in both exchanges: the response to the request itself, or else that to its preflight. */
function findPair(exchange: Exchange, probed: Exchange): readonly [asked: Response, answer: Response] | null {
  for (const purpose of ['actual', 'preflight'] as const) {
    const [asked, answer] = [exchange, probed].map(
      ({ messages }) => messages.find((message) => message.purpose === purpose)?.response,
    )
    if (asked != null && answer != null) return [asked, answer]
  }
  return null
}

function noteReflection({ headers }: Response, allowed: string | null): readonly string[] {
  if (allowed !== PROBE_ORIGIN) return []
  return getHeader(headers, 'access-control-allow-credentials') === 'true'
    ? [
        'Danger: the server allows every origin that asks, with credentials. Every website can read this with the cookies of its visitors: keep a list of origins.',
      ]
    : [
        'The server allows every origin that asks, by naming it. "Access-Control-Allow-Origin: *" says the same, and caches like it.',
      ]
}

function noteVary(asked: Response, answer: Response, differs: boolean): readonly string[] {
  if (!differs) return ['Another origin gets the same headers: no Vary is needed.']
  return [asked, answer].every(variesOnOrigin)
    ? ['Another origin gets another answer, and Vary says so.']
    : [
        'Another origin gets another answer, and Vary does not say so: add "Vary: Origin" to every response, or caches mix origins up.',
      ]
}

/** Tells whether caches keep what a response is to one origin from another. */
export function variesOnOrigin({ headers }: Response): boolean {
  const names = (getHeader(headers, 'vary') ?? '').split(',').map((name) => name.trim().toLowerCase())
  return names.includes('origin') || names.includes('*')
}
