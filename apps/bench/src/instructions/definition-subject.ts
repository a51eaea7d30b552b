import { definePolicy } from '@corsac/core'
import { twoOrigins } from '../frameworks/bench-policy.ts'
import { corsacConfig } from '../frameworks/corsac-config.ts'
import type { CountedSubject } from './counted-subject.ts'

/** The definition of a small policy: what an application pays when it starts, or for every request that picks a new one. */
export const definitionSubject: CountedSubject = {
  name: 'definition',
  calls: {
    bare: () => () => undefined,
    byHand: null,
    corsac: () => {
      const config = corsacConfig(twoOrigins)
      return () => {
        definePolicy(config)
        return undefined
      }
    },
  },
}
