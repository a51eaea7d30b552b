import { type CorsDecisionHeaders, mergeVary } from '@corsac/core'

/** Applies the headers of a decision to those of a response. */
export function setDecisionHeaders(headers: Headers, { remove, set, vary }: CorsDecisionHeaders): void {
  let ownVary: string | null = null
  let hasOwn = false
  // To go through what is there costs a fraction of asking for each name.
  for (const [name, value] of headers) {
    if (name === 'vary') ownVary = value
    else if (remove.includes(name)) hasOwn = true
  }
  if (hasOwn) for (const name of remove) headers.delete(name)
  for (const [name, value] of set) headers.set(name, value)
  if (vary.length > 0) headers.set('vary', mergeVary(ownVary, vary))
}
