import { type CorsPolicy, definePolicy } from '@corsac/core'
import type { Figure } from './figure.ts'
import { measureHeap } from './measurement.ts'
import { listOrigins, type OriginMix } from './origin-list.ts'

const MILLION = 1_000_000

/** Measures what it takes to define a policy of many origins, and what one of them then weighs. */
export function measureDefinition(): readonly Figure[] {
  return (['exact', 'mixed', 'wildcard'] as const).flatMap((mix) => {
    // The first, shorter list lets the engine compile what the second is measured with.
    const weighed = [100_000, MILLION].map((count) => ({ count, ...weigh(count, mix) }))
    const kind = { exact: 'exact', mixed: 'exact and wildcard', wildcard: 'wildcard' }[mix]
    return weighed.flatMap(({ count, milliseconds, bytes }) => {
      const many = count.toLocaleString('en')
      return [
        {
          name: `${kind} origins, ${many}: definition`,
          value: milliseconds,
          unit: 'ms',
          ...(count === MILLION && { atMost: 3000 }),
        },
        {
          name: `${kind} origins, ${many}: memory of one, its text included`,
          value: bytes,
          unit: 'B',
          ...(mix === 'exact' && { atMost: 150 }),
        },
      ]
    })
  })
}

function weigh(count: number, mix: OriginMix): { milliseconds: number; bytes: number } {
  const before = measureHeap()
  const { policy, milliseconds } = define(count, mix)
  const bytes = (measureHeap() - before) / count
  // The policy is used after its heap is measured, or it would have been collected by then.
  return { milliseconds, bytes: policy.config.allowOrigins === '*' ? Number.NaN : bytes }
}

function define(count: number, mix: OriginMix): { policy: CorsPolicy; milliseconds: number } {
  const allowOrigins = listOrigins(count, mix)
  const start = performance.now()
  const policy = definePolicy({ allowOrigins })
  return { policy, milliseconds: performance.now() - start }
}
