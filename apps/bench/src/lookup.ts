import { type CorsPolicy, definePolicy, isOriginAllowed } from '@corsac/core'
import type { Figure } from './figure.ts'
import { freshText, measureTime } from './measurement.ts'
import { exactOriginAt, listOrigins, originUnderWildcardAt } from './origin-list.ts'

const COUNTS = [10, 1000, 100_000, 1_000_000]
/** So few that what is looked up for them stays in the processor's cache. */
const POPULAR = 5

/** Measures what it takes to look an origin up, by the length of the list and by what is found. */
export async function measureLookup(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  const baseline = new Map<string, number>()
  for (const count of COUNTS) {
    const policy = definePolicy({ allowOrigins: listOrigins(count, 'mixed') })
    const pairs = count / 2
    const kinds: readonly (readonly [string, (index: number) => string, number])[] = [
      ['exact origin', (index) => exactOriginAt(2 * index), POPULAR],
      ['origin under a wildcard', (index) => originUnderWildcardAt(2 * index + 1), POPULAR],
      ['miss', (index) => `https://www.stranger-${index}.app.example`, POPULAR],
      ['any exact origin', (index) => exactOriginAt(2 * index), pairs],
      ['any origin under a wildcard', (index) => originUnderWildcardAt(2 * index + 1), pairs],
    ]
    for (const [kind, originAt, distinct] of kinds) {
      const time = await measureLookups(policy, originAt, distinct)
      const name = `${kind}, list of ${count.toLocaleString('en')}`
      const first = baseline.get(kind)
      if (first === undefined) baseline.set(kind, time)
      figures.push({ name, value: time, unit: 'ns' })
      if (first === undefined) continue
      // Where every look-up goes to another place of a large table, the memory's own latency is what is measured.
      const cached = distinct === POPULAR
      figures.push({ name: `${name}, to a list of 10`, value: time / first, unit: '×', ...(cached && { atMost: 2 }) })
    }
    const [hit, miss] = ['exact origin', 'miss'].map((kind) => valueOf(figures, kind, count))
    const wildcard = valueOf(figures, 'origin under a wildcard', count)
    figures.push({
      name: `miss, to the dearest hit, list of ${count.toLocaleString('en')}`,
      value: (miss ?? 0) / Math.max(hit ?? 0, wildcard),
      unit: '×',
      atMost: 1,
    })
  }
  return figures
}

function measureLookups(policy: CorsPolicy, originAt: (index: number) => string, distinct: number): Promise<number> {
  let turn = 0
  return measureTime(
    // A prime step goes through a list of any of these lengths in no order that a processor could foresee.
    () => freshText(originAt((turn = (turn + 7919) % distinct))),
    (origin) => isOriginAllowed(policy, origin),
  )
}

function valueOf(figures: readonly Figure[], kind: string, count: number): number {
  return figures.find(({ name }) => name === `${kind}, list of ${count.toLocaleString('en')}`)?.value ?? Number.NaN
}
