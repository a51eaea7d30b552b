import type { RequestHead } from '@corsac/core'
import type { Figure } from './figure.ts'
import {
  HOSTILE_SHAPES,
  HOSTILE_TAIL,
  type HostileField,
  hostilePreflight,
  READING_POLICIES,
} from './hostile-values.ts'
import { measureTime } from './measurement.ts'

const FIELDS: readonly (readonly [HostileField, string])[] = [
  ['origin', 'Origin'],
  ['accessControlRequestMethod', 'Access-Control-Request-Method'],
  ['accessControlRequestHeaders', 'Access-Control-Request-Headers'],
]
const KILOBYTE = 1024
/** There are some three hundred of these measurements. */
const TIME_BUDGET = 30e6
/** The sizes between which the time may not grow; up to a few kilobytes names are read. */
const SIZES = [KILOBYTE, 16 * KILOBYTE, KILOBYTE * KILOBYTE]

/** Measures what hostile header values cost, by their length: past the caps, nothing. */
export async function measureHostileInput(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [field, header] of FIELDS) {
    for (const [shape, fill] of HOSTILE_SHAPES) {
      const times: number[] = []
      for (const size of SIZES) times.push(await measureDearest(field, fill(size)))
      const [small = Number.NaN] = times
      figures.push(
        { name: `${header} of 1 KB, ${shape}`, value: small, unit: 'ns' },
        {
          name: `${header} of up to 1 MB, ${shape}, to 1 KB`,
          value: Math.max(...times.slice(1)) / small,
          unit: '×',
          atMost: 2,
        },
      )
    }
  }
  return figures
}

/** Finds the policy that such a value costs most. */
async function measureDearest(field: HostileField, value: string): Promise<number> {
  const times: number[] = []
  for (const [, decide] of READING_POLICIES) {
    let turn = 0
    // A slice is a text whose hash nobody knows yet, and is made without filling the processor's cache with megabytes.
    const makeHead = (): RequestHead => hostilePreflight(field, value.slice(0, -1 - (turn++ % HOSTILE_TAIL)))
    times.push(await measureTime(makeHead, decide, TIME_BUDGET))
  }
  return Math.max(...times)
}
