import type { Exchange } from '@corsac/user-agent'
import type { ObservedResponse } from './judge-response.ts'

/** What one step brought to light. */
export interface StepObservation {
  readonly exchange: Exchange
  /** For each message, whether a handler of the application ran; `null` where that was not looked at. */
  readonly handled: readonly (boolean | null)[]
}

/** Finds the response to the last preflight, or to the last request that was not one. */
export function lastResponse(
  { exchange, handled }: StepObservation,
  purpose: 'preflight' | 'actual',
): ObservedResponse | null {
  const index = exchange.messages.findLastIndex((message) => message.purpose === purpose)
  const response = exchange.messages[index]?.response ?? null
  return response === null ? null : { ...response, handled: handled[index] ?? null }
}
