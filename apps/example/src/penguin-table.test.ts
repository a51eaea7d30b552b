import { describe, expect, it } from 'vitest'
import { aggregatePenguins, createPenguinTable } from './penguin-table.ts'
import { readPenguins } from './read-penguins.ts'

const penguins = readPenguins()

describe('readPenguins', () => {
  it('reads every row, numbered from 1', () => {
    expect(penguins.map(({ id }) => id)).toEqual(Array.from({ length: 344 }, (_, index) => index + 1))
  })

  it('knows no other values than those of the groupings', () => {
    const sexes = new Set(penguins.map(({ sex }) => sex))
    expect([...sexes].sort()).toEqual(['female', 'male', 'unknown'])
  })

  it('keeps what was not measured as null', () => {
    expect(penguins[3]).toMatchObject({ id: 4, bodyMass: null, flipperLength: null, sex: 'unknown' })
  })
})

describe('createPenguinTable', () => {
  it.each([
    [{}, 344],
    [{ species: 'Gentoo' }, 124],
    [{ island: 'Torgersen' }, 52],
    [{ species: 'Chinstrap', sex: 'female' }, 34],
    [{ species: 'Gentoo', island: 'Dream' }, 0],
  ])('selects what %j lets through', (filter, count) => {
    expect(createPenguinTable(penguins).select(filter)).toHaveLength(count)
  })

  it('corrects a row and leaves the others, and those it was made from, as they are', () => {
    const table = createPenguinTable(penguins)
    expect(table.correct(7, { bodyMass: 3650 })).toMatchObject({ id: 7, species: 'Adelie', bodyMass: 3650 })
    expect(table.select({}).filter((row, index) => row !== penguins[index])).toHaveLength(1)
    expect(penguins[6]).toMatchObject({ id: 7, bodyMass: 3625 })
  })

  it('removes a row', () => {
    const table = createPenguinTable(penguins)
    expect(table.remove(7)).toMatchObject({ id: 7 })
    expect(table.remove(7)).toBeNull()
    expect(table.select({})).toHaveLength(343)
  })

  it('says null of a row that is not there', () => {
    const table = createPenguinTable(penguins)
    expect(table.correct(345, { bodyMass: 4000 })).toBeNull()
    expect(table.remove(0)).toBeNull()
  })
})

describe('aggregatePenguins', () => {
  it('counts, and averages what was measured', () => {
    expect(aggregatePenguins(penguins, 'species')).toEqual([
      {
        group: 'Adelie',
        count: 152,
        means: { beakLength: 38.8, beakDepth: 18.3, flipperLength: 190, bodyMass: 3700.7 },
      },
      {
        group: 'Chinstrap',
        count: 68,
        means: { beakLength: 48.8, beakDepth: 18.4, flipperLength: 195.8, bodyMass: 3733.1 },
      },
      { group: 'Gentoo', count: 124, means: { beakLength: 47.5, beakDepth: 15, flipperLength: 217.2, bodyMass: 5076 } },
    ])
  })

  it('has no mean where nothing was measured', () => {
    const unmeasured = penguins.filter(({ bodyMass }) => bodyMass === null)
    expect(aggregatePenguins(unmeasured, 'sex')).toEqual([
      { group: 'unknown', count: 2, means: { beakLength: null, beakDepth: null, flipperLength: null, bodyMass: null } },
    ])
  })

  it('has no groups of nothing', () => {
    expect(aggregatePenguins([], 'island')).toEqual([])
  })
})
