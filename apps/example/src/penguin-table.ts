import type { Grouping, Measurement, Penguin } from './penguin.ts'

/** The values that rows must have; a grouping that is left out does not matter. */
export type PenguinFilter = Partial<Record<Grouping, string>>

/** New values for measurements that were wrong. */
export type PenguinCorrection = Partial<Record<Measurement, number>>

/** A group of penguins, summed up. */
export interface PenguinAggregate {
  /** The value that the group has in common. */
  readonly group: string
  readonly count: number
  /** The means of what was measured, to one decimal; `null` where nothing was. */
  readonly means: Readonly<Record<Measurement, number | null>>
}

/** The penguins in memory: corrections last as long as the process. */
export interface PenguinTable {
  /** Lists the rows that a filter lets through, in their order. */
  readonly select: (filter: PenguinFilter) => readonly Penguin[]
  /** Corrects a row and returns it; `null` where there is none of that number. */
  readonly correct: (id: number, correction: PenguinCorrection) => Penguin | null
  /** Removes a row and returns it; `null` where there is none of that number. */
  readonly remove: (id: number) => Penguin | null
}

/** Makes a table of its own from rows that are left as they are. */
export function createPenguinTable(penguins: readonly Penguin[]): PenguinTable {
  const rows = new Map(penguins.map((penguin) => [penguin.id, penguin]))

  return {
    select: ({ species, island, sex }) =>
      [...rows.values()].filter(
        (row) =>
          (species === undefined || row.species === species) &&
          (island === undefined || row.island === island) &&
          (sex === undefined || row.sex === sex),
      ),
    correct: (id, correction) => {
      const row = rows.get(id)
      if (row === undefined) return null
      const corrected = { ...row, ...correction }
      rows.set(id, corrected)
      return corrected
    },
    remove: (id) => {
      const row = rows.get(id) ?? null
      rows.delete(id)
      return row
    },
  }
}

/** Counts penguins by a grouping, and averages their measurements. */
export function aggregatePenguins(penguins: readonly Penguin[], grouping: Grouping): readonly PenguinAggregate[] {
  const groups = new Map<string, Penguin[]>()
  for (const penguin of penguins) {
    const group = groups.get(penguin[grouping])
    if (group === undefined) groups.set(penguin[grouping], [penguin])
    else group.push(penguin)
  }
  return [...groups].map(([group, members]) => ({
    group,
    count: members.length,
    means: {
      beakLength: meanOf(members, 'beakLength'),
      beakDepth: meanOf(members, 'beakDepth'),
      flipperLength: meanOf(members, 'flipperLength'),
      bodyMass: meanOf(members, 'bodyMass'),
    },
  }))
}

function meanOf(penguins: readonly Penguin[], measurement: Measurement): number | null {
  const values = penguins.map((penguin) => penguin[measurement]).filter((value) => value !== null)
  if (values.length === 0) return null
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}
