import type { CorsAnswer } from './cors-decision.ts'

/**
 * Reads what a list in the answer to a preflight names. Corsac never sends `*` where credentials may be included, unless
 * it was asked for by that name: where it is among the names, it may be taken for the wildcard.
 */
export function readGrantedNames(
  answer: CorsAnswer,
  header: 'access-control-allow-methods' | 'access-control-allow-headers',
): ReadonlySet<string> {
  return new Set(answer.set.find(([name]) => name === header)?.[1].split(/, ?/))
}
