import type { DecisionSubject } from '../scale-subject.ts'

/** The bound: what the engine itself takes to find a text among others. */
export const setSubject: DecisionSubject = {
  kind: 'decision',
  name: 'Set by hand',
  define: (origins) => {
    const listed = new Set(origins)
    return (origin) => listed.has(origin)
  },
}
