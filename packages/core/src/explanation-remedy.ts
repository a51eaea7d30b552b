import type { ExplanationRemedy } from './explanation.ts'
import { quoteList } from './explanation-text.ts'

/** Makes the remedy that adds to what a key of the configuration lists now. */
export function addTo(
  key: ExplanationRemedy['key'],
  listed: '*' | readonly string[],
  add: readonly string[],
): ExplanationRemedy {
  return { key, add, value: Array.from(listed).concat(add), text: `add ${quoteList(add)} to ${key}` }
}
