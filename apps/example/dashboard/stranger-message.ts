import type { PageRequest } from '@corsac/user-agent'
import { isRecord } from '../src/json.ts'
import type { PageView } from './page-fetch.ts'

/** What the dashboard has the stranger's page do. */
export interface StrangerOrder {
  readonly type: 'fetch'
  readonly id: string
  readonly request: PageRequest
}

/** What the stranger's page got. */
export interface StrangerReport {
  readonly type: 'fetched'
  /** The {@link StrangerOrder.id} of the order. */
  readonly id: string
  readonly view: PageView
}

/** Recognises an order among the messages that a window gets. */
export function isStrangerOrder(value: unknown): value is StrangerOrder {
  return (
    isRecord(value) &&
    value.type === 'fetch' &&
    typeof value.id === 'string' &&
    isRecord(value.request) &&
    typeof value.request.url === 'string' &&
    Array.isArray(value.request.headers)
  )
}

/** Recognises a report among the messages that a window gets. */
export function isStrangerReport(value: unknown): value is StrangerReport {
  return (
    isRecord(value) &&
    value.type === 'fetched' &&
    typeof value.id === 'string' &&
    isRecord(value.view) &&
    (value.view.kind === 'response' || value.view.kind === 'error')
  )
}
