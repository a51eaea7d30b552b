/** A request that the page of the session makes. */
export interface SessionRequest {
  readonly method: string
  readonly path: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What is asked in one go; somebody then reads, thinks or types before the next. */
export type Visit = readonly SessionRequest[]

const authorization = 'Bearer token'
const json = { authorization, 'content-type': 'application/json' }
const body = '{"name":"hello"}'

/** Before somebody signs in, and what everybody may read: no preflight. */
const look = (id: number): SessionRequest => ({ method: 'GET', path: `/items/${id}`, headers: {} })
const read = (id: number): SessionRequest => ({ method: 'GET', path: `/items/${id}`, headers: { authorization } })
const add = (id: number): SessionRequest => ({
  method: 'POST',
  path: `/items/${id}`,
  headers: { ...json, 'idempotency-key': `key-${id}` },
  body,
})
const replace = (id: number): SessionRequest => ({
  method: 'PUT',
  path: `/items/${id}`,
  headers: { ...json, prefer: 'return=minimal' },
  body,
})
const change = (id: number): SessionRequest => ({ ...replace(id), method: 'PATCH' })
const remove = (id: number): SessionRequest => ({ ...read(id), method: 'DELETE' })

/**
 * Some minutes of a single-page application that signs in with a token, without cookies: 50 requests to 10 resources. The
 * order never changes, and one request waits for the response to the one before.
 *
 * No request has `If-Match` or the like: Chromium has a preflight for each of those, whatever it has cached.
 */
export const visits: readonly Visit[] = [
  // The list is opened, and somebody signs in.
  [look(1), look(2), look(3), look(4), look(10), read(1), read(2), read(3), read(4), read(5)],
  // Items are edited.
  [read(1), change(1), read(1), read(2), change(2), replace(2), read(2), read(6), change(6), look(10)],
  // One is added, two are removed.
  [read(7), add(7), change(7), read(8), replace(8), remove(8), read(3), remove(3), look(4), look(10)],
  // Back to what was edited first.
  [read(1), replace(1), read(1), read(2), change(2), read(9), change(9), add(9), look(2), look(10)],
  // Everything is put in order.
  [read(1), change(1), remove(1), read(5), replace(5), read(6), remove(6), read(4), look(3), look(10)],
]
