import type { ExchangeMessage } from '@corsac/user-agent'
import { isRecord } from '../src/json.ts'

/** Asks the dashboard's own server what the servers saw of an exchange; nothing where nobody can tell. */
export async function fetchRecordedMessages(exchangeId: string): Promise<readonly ExchangeMessage[]> {
  try {
    const response = await fetch(`/exchanges/${exchangeId}`)
    const messages: unknown = await response.json()
    return Array.isArray(messages) ? messages.filter(isExchangeMessage) : []
  } catch {
    // The whole example has been stopped: then no server saw anything either.
    return []
  }
}

function isExchangeMessage(value: unknown): value is ExchangeMessage {
  return (
    isRecord(value) &&
    (value.purpose === 'preflight' || value.purpose === 'actual') &&
    isRecord(value.request) &&
    Array.isArray(value.request.headers) &&
    (value.response === null || (isRecord(value.response) && Array.isArray(value.response.headers)))
  )
}
