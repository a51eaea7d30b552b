import { decide, definePolicy } from '@corsac/core'
import type { DecisionSubject } from '../scale-subject.ts'

/** Corsac's decision, without a server. */
export const decideSubject: DecisionSubject = {
  kind: 'decision',
  name: 'Corsac, decide',
  define: (allowOrigins) => {
    const policy = definePolicy({ allowOrigins })
    return (origin) =>
      decide(policy, { method: 'GET', origin, accessControlRequestMethod: null, accessControlRequestHeaders: null }).set
        .length > 0
  },
}
