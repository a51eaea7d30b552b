import type { CorsDecisionHeaders } from './cors-decision.ts'

/**
 * Gives the headers that a decision sets as an object, for a response that is written past a framework.
 *
 * @param decision The decision; `undefined` where none was made.
 * @returns Lower-case names and values, `vary` among them; empty for no decision.
 */
export function decisionHeaders(decision: CorsDecisionHeaders | undefined): Record<string, string> {
  if (decision === undefined) return {}
  const headers = Object.fromEntries(decision.set)
  return decision.vary.length === 0 ? headers : { ...headers, vary: decision.vary.join(', ') }
}
