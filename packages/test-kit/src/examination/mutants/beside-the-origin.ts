import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'

const { allowOrigin } = referenceRules

const FIELDS = [
  'authorization',
  'referer',
  'user-agent',
  'sec-fetch-mode',
  'x-forwarded-host',
  'x-requested-with',
] as const

/** Servers whose sharing depends on more of a request than its origin, and which do not say so to caches. */
export const besideTheOriginMutants: readonly Mutant[] = [
  ...FIELDS.map((field): Mutant => ({
    id: `looks-at-${field}`,
    fault: `It shares no response to a request with ${field}, and does not vary on it.`,
    change: {
      allowOrigin: (situation) => (situation.request.headers[field] === undefined ? allowOrigin(situation) : null),
    },
  })),
  {
    id: 'stores-sharing-with-validators',
    fault: 'It keeps the origin that first revalidated, and names it in every 304.',
    change: () => {
      let first: string | null = null
      return {
        allowOrigin: (situation) => {
          if (situation.request.path !== '/not-modified') return allowOrigin(situation)
          first ??= allowOrigin(situation)
          return first
        },
      }
    },
  },
]
