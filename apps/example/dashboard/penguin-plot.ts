import * as Plot from '@observablehq/plot'
import { groupings, type Penguin } from '../src/penguin.ts'

/** Plots flipper length against body mass; species differ in colour and in shape. */
export function plotPenguins(penguins: readonly Penguin[], width: number): Element {
  return Plot.plot({
    width,
    height: 300,
    style: { fontSize: '12px', overflow: 'visible' },
    marginLeft: 56,
    marginBottom: 44,
    grid: true,
    ariaLabel: 'Body mass against flipper length of each penguin',
    x: { label: 'Flipper length (mm)', domain: [170, 233] },
    y: { label: 'Body mass (g)', domain: [2600, 6400], tickFormat: 'd' },
    color: {
      domain: groupings.species,
      range: ['var(--color-series-1)', 'var(--color-series-2)', 'var(--color-series-3)'],
    },
    symbol: { domain: groupings.species, range: ['circle', 'triangle', 'square'], legend: true },
    marks: [
      Plot.dot(penguins, {
        x: 'flipperLength',
        y: 'bodyMass',
        stroke: 'species',
        symbol: 'species',
        r: 3,
        channels: { Penguin: 'id', Island: 'island', Sex: 'sex' },
        tip: { fill: 'var(--color-surface)', stroke: 'var(--color-line-strong)' },
      }),
    ],
  })
}
