import type { Figure } from '../figure.ts'
import type { Verdict } from './compare-counts.ts'
import type { CountsByGroup } from './counted-subject.ts'

/** Writes counts as figures, those that were compared with the value up to which they pass. */
export function instructionFigures(groups: CountsByGroup, verdicts: readonly Verdict[]): readonly Figure[] {
  return Object.entries(groups).flatMap(([group, counts]) =>
    Object.entries(counts).flatMap(([subject, { bare, byHand, corsac }]) => {
      const name = `${group}, ${subject}`
      const verdict = verdicts.find((other) => other.group === group && other.subject === subject)
      const atMost = (figure: 'added' | 'ratio'): Pick<Figure, 'atMost'> =>
        verdict !== undefined && 'figure' in verdict && verdict.figure === figure ? { atMost: verdict.atMost } : {}
      return [
        { name: `${name}, bare`, value: bare, unit: 'instructions' },
        { name: `${name}, Corsac`, value: corsac - bare, unit: 'instructions more', ...atMost('added') },
        ...(byHand === null
          ? []
          : [
              { name: `${name}, by hand`, value: byHand - bare, unit: 'instructions more' },
              { name: `${name}, Corsac to by hand`, value: corsac / byHand, unit: '×', ...atMost('ratio') },
            ]),
      ]
    }),
  )
}
