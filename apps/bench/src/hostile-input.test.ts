import { describe, expect, it } from 'vitest'
import { HOSTILE_SHAPES, hostilePreflight, READING_POLICIES } from './hostile-values.ts'

/** The longest lists that the policies send, the echoes with their caps included, and the names of the headers. */
const MAX_BYTES = 4096 + 64 + 326 + 300

function bytesOf(headers: readonly (readonly [string, string])[]): number {
  return headers.flat().join('').length
}

describe.each(READING_POLICIES)('a decision by %s', (_, decide) => {
  describe.each(['origin', 'accessControlRequestMethod', 'accessControlRequestHeaders'] as const)(
    'about a preflight with a hostile %s',
    (field) => {
      it.each(HOSTILE_SHAPES)('sends no more than the policy says, for %s', (__, fill) => {
        for (const size of [1024, 4096, 4097, 64 * 1024, 1024 * 1024]) {
          const { set, vary } = decide(hostilePreflight(field, fill(size)))
          expect(bytesOf(set) + vary.join(', ').length).toBeLessThanOrEqual(MAX_BYTES)
        }
      })

      it.each(HOSTILE_SHAPES)('sends the same for a megabyte as for what is just past the cap, for %s', (__, fill) => {
        const [past, far] = [4098, 1024 * 1024].map((size) => decide(hostilePreflight(field, fill(size))))
        expect(far).toEqual(past)
      })
    },
  )
})
