import { findDecision } from './request-decision.ts'

/**
 * Gives the CORS headers of a response for what is sent past Elysia, by the request.
 *
 * @returns Header names and values, `vary` among them; empty where `cors()` has not seen the request.
 */
export function corsHeaders(request: Request): Record<string, string> {
  const decided = findDecision(request)
  if (decided === undefined) return {}
  const { decision } = decided
  const headers = Object.fromEntries(decision.set)
  return decision.vary.length === 0 ? headers : { ...headers, vary: decision.vary.join(', ') }
}
