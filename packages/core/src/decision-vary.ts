import type { CorsDecision } from './cors-decision.ts'
import { describeValue } from './describe-value.ts'
import { isToken } from './token.ts'

/** Makes a decision vary on more request headers; the decision itself, if it does already, stays as it is. */
export function addVary(decision: CorsDecision, names: readonly string[]): CorsDecision {
  const present = new Set(decision.vary.map((name) => name.toLowerCase()))
  const missing = names.filter((name) => !present.has(name.toLowerCase()))
  if (missing.length === 0) return decision
  return Object.freeze({ ...decision, vary: Object.freeze([...decision.vary, ...missing]) })
}

/**
 * Reads the `vary` option of a binding.
 *
 * @throws {TypeError} If it is not a list of header names.
 */
export function readVaryOption(names: unknown): readonly string[] {
  if (!Array.isArray(names)) {
    throw new TypeError(`options.vary is ${describeValue(names)}: write a list of request-header names`)
  }
  return names.map((name: unknown) => {
    if (typeof name === 'string' && isToken(name) && name !== '*') return name
    throw new TypeError(`options.vary has ${describeValue(name)}: write the name of a request header`)
  })
}
