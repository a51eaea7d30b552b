import { examHandledPath } from '../../exam/exam-endpoints.ts'
import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'

const { join } = referenceRules

/** Servers that take something away from the application's response. */
export const reachMutants: readonly Mutant[] = [
  {
    id: 'vary-lost-on-write-head',
    fault: 'It loses its Vary where the application gives its own headers in one call.',
    change: {
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).map(([name, value]) =>
          name === 'vary' && response.made === 'write-head' ? ['vary', 'Accept'] : [name, value],
        ),
    },
  },
  {
    id: 'swallows-responses',
    fault: "It sends its own status and no body in place of the application's.",
    change: {
      relay: (response, { request }) =>
        request.path === examHandledPath ? response : { ...response, status: 202, chunks: [] },
    },
  },
  {
    id: 'replaces-own-headers',
    fault: 'It replaces the headers of the application by its own.',
    change: { join: (_own, cors) => cors },
  },
]
