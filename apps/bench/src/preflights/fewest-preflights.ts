import { needsPreflight } from './needs-preflight.ts'
import type { SessionRequest } from './session.ts'

/**
 * Counts the preflights that no server can spare a browser: one for each URL that is ever asked for what needs one, since
 * what a browser caches of a preflight holds for its URL alone.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache-create-entry
 */
export function countFewestPreflights(session: readonly SessionRequest[]): number {
  return new Set(session.filter(needsPreflight).map(({ path }) => path)).size
}
