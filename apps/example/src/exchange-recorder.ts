import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { ExchangeMessage } from '@corsac/user-agent'
import { readResponseHead } from './response-head.ts'

/** Remembers what went over the wire: a page can see neither its own preflights nor what is withheld from it. */
export interface ExchangeRecorder {
  /** Records the requests of a server whose query names the exchange that they belong to, as in `?exchange=ID`. */
  readonly watch: (server: Server) => void
  /** Lists the messages of an exchange in their order; `null` where the exchange is not known, or was too long ago. */
  readonly messagesOf: (exchangeId: string) => readonly ExchangeMessage[] | null
}

interface RecordedMessage {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const MAX_MESSAGES_OF_EXCHANGE = 10

/**
 * Makes a recorder whose memory is bounded: the oldest exchanges go first.
 *
 * It changes nothing about the requests and the responses that it watches.
 */
export function createExchangeRecorder(maxExchanges = 1000): ExchangeRecorder {
  const exchanges = new Map<string, RecordedMessage[]>()

  function record(request: IncomingMessage, response: ServerResponse): void {
    const id = /[?&]exchange=([\w-]{1,64})(?:&|$)/.exec(request.url ?? '')?.[1]
    if (id === undefined) return
    const messages = exchanges.get(id) ?? []
    if (messages.length < MAX_MESSAGES_OF_EXCHANGE) messages.push({ request, response })
    exchanges.set(id, messages)
    const [oldest] = exchanges.keys()
    if (exchanges.size > maxExchanges && oldest !== undefined) exchanges.delete(oldest)
  }

  return {
    watch: (server) => {
      server.prependListener('request', record)
    },
    messagesOf: (exchangeId) => exchanges.get(exchangeId)?.map(toExchangeMessage) ?? null,
  }
}

/** The head of a response is read when it is asked for: by then the page has it, so it has been sent. */
function toExchangeMessage({ request, response }: RecordedMessage): ExchangeMessage {
  const { method = '', url = '', headers, rawHeaders } = request
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
  const head = readResponseHead(response)
  return {
    purpose: isPreflight ? 'preflight' : 'actual',
    request: { method, url: `http://${headers.host ?? ''}${url}`, headers: pairUp(rawHeaders) },
    response: head,
    ...(head === null && { error: 'The server has not answered.' }),
  }
}

function pairUp(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []))
}
