import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from './json.ts'
import { packageRoot } from './package-root.ts'
import type { Penguin } from './penguin.ts'

/** Reads the Palmer penguins, numbered from 1. */
export function readPenguins(): readonly Penguin[] {
  const rows: unknown = JSON.parse(readFileSync(join(packageRoot('vega-datasets'), 'data/penguins.json'), 'utf8'))
  if (!Array.isArray(rows)) throw new TypeError('penguins.json of vega-datasets is not a list')
  return rows.filter(isRecord).map((row, index) => ({
    id: index + 1,
    species: String(row.Species),
    island: String(row.Island),
    // One row says "." where the others leave it out.
    sex: row.Sex === 'FEMALE' ? 'female' : row.Sex === 'MALE' ? 'male' : 'unknown',
    beakLength: numberOrNull(row['Beak Length (mm)']),
    beakDepth: numberOrNull(row['Beak Depth (mm)']),
    flipperLength: numberOrNull(row['Flipper Length (mm)']),
    bodyMass: numberOrNull(row['Body Mass (g)']),
  }))
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
