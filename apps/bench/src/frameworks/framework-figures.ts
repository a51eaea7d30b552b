import type { Figure } from '../figure.ts'
import type { FrameworkSummary, Ratio, ScenarioSummary } from './summary.ts'

/** What an application may pay for Corsac, by what it would pay for headers by hand. */
const AT_MOST_INLINE = 1.1
/** What it may pay by the usual package, and where headers by hand cost no more than half of that themselves. */
const AT_MOST_PEER = { ever: 1, whereHalfIsPossible: 0.5 } as const
/** What a preflight with a long list of header names may take, by an ordinary one. */
const AT_MOST_LONG = 1.5

/** Lists what was measured of a framework, and the goals. */
export function figuresOf({ name, packages, scenarios }: FrameworkSummary): readonly Figure[] {
  const title = packages.peer === null ? packages.framework : `${packages.framework}, beside ${packages.peer}`
  return [
    { name: title, value: scenarios.length, unit: 'scenarios' },
    ...scenarios.flatMap((scenario) => scenarioFigures(`${name}, ${scenario.name}`, scenario)),
    ...longPreflight(name, scenarios),
  ]
}

function scenarioFigures(
  subject: string,
  { bare, ordinary, overheads, peerIsRight, toInline, toPeer }: ScenarioSummary,
): readonly Figure[] {
  const peerGoal =
    overheads.inline <= AT_MOST_PEER.whereHalfIsPossible * overheads.peer
      ? AT_MOST_PEER.whereHalfIsPossible
      : AT_MOST_PEER.ever
  return [
    { name: `${subject}, bare`, value: Math.round(bare), unit: 'ns' },
    { name: `${subject}, by hand`, value: Math.round(overheads.inline), unit: 'ns more' },
    {
      name: `${subject}, usual package${peerIsRight ? '' : ' (answers wrongly)'}`,
      value: Math.round(overheads.peer),
      unit: 'ns more',
    },
    { name: `${subject}, Corsac`, value: Math.round(overheads.corsac), unit: 'ns more' },
    ...ratioFigure(`${subject}, to by hand`, toInline, ordinary ? AT_MOST_INLINE : undefined),
    ...ratioFigure(`${subject}, to the usual package`, toPeer, ordinary && peerIsRight ? peerGoal : undefined),
  ]
}

function ratioFigure(name: string, ratio: Ratio | null, atMost: number | undefined): readonly Figure[] {
  if (ratio === null) return []
  const { high, low, median } = ratio
  const spread = `${low.toFixed(2)} to ${high.toFixed(2)}`
  return [{ name: `${name} (${spread})`, value: median, unit: '×', ...(atMost !== undefined && { atMost }) }]
}

/** All that a long preflight takes, by all that an ordinary one does. */
function longPreflight(name: string, scenarios: readonly ScenarioSummary[]): readonly Figure[] {
  const [ordinary, long] = ['preflight, allowed', 'preflight of 14 KB'].map((wanted) => {
    const scenario = scenarios.find((each) => each.name === wanted)
    return scenario === undefined ? Number.NaN : scenario.bare + scenario.overheads.corsac
  })
  if (ordinary === undefined || long === undefined) return []
  return [
    { name: `${name}, preflight of 14 KB to an ordinary one`, value: long / ordinary, unit: '×', atMost: AT_MOST_LONG },
  ]
}
