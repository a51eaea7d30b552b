import type { HeaderPairs } from '@corsac/user-agent'
import fc from 'fast-check'

/** How a header is sent: the value of each of its fields. None means that it is absent. */
export type FieldValues = readonly string[]

/** Whether a server means well and knows how, or gets things wrong in the ways that are seen in the wild. */
export type Manner = 'right' | 'odd'

/** Chooses among the ways to send a header. */
export function oneOfFields(...choices: readonly FieldValues[]): fc.Arbitrary<FieldValues> {
  return fc.constantFrom(...choices)
}

/** Writes the fields of a header. */
export function toFields(name: string, values: FieldValues): HeaderPairs {
  return values.map((value) => [name, value] as const)
}
