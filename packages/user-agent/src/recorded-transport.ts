import type { ExchangeMessage } from './exchange.ts'
import { quote } from './quote.ts'
import type { Transport } from './transport.ts'

/**
 * Creates a transport that answers from recorded messages, so that an exchange can be explained without its server.
 *
 * A request is answered by the first message with its method and URL that has not been used yet. Where that message
 * has no response, or there is no such message, the transport rejects.
 */
export function createRecordedTransport(messages: readonly ExchangeMessage[]): Transport {
  const remaining = [...messages]

  return ({ method, url }) => {
    const index = remaining.findIndex(({ request }) => request.method === method && request.url === url)
    const [message] = index === -1 ? [] : remaining.splice(index, 1)
    if (message === undefined)
      return Promise.reject(new Error(`no message is recorded for ${quote(`${method} ${url}`)}`))
    return message.response === null
      ? Promise.reject(new Error(message.error ?? 'no response came when this was recorded'))
      : Promise.resolve(message.response)
  }
}
