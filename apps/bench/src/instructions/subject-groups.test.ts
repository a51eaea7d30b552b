import { describe, expect, it } from 'vitest'
import { isRight } from '../frameworks/measure-framework.ts'
import { scenarios } from '../frameworks/scenario.ts'
import { createCoreApp } from './core-app.ts'
import { createFetchApp } from './fetch-app.ts'
import type { CreateCountedApp } from './scenario-subjects.ts'
import { subjectGroups } from './subject-groups.ts'

const listen = (): never => {
  throw new Error('What is counted is not asked over HTTP.')
}

// What is counted has to be right first: nothing is cheaper than to forget a header.
describe.each<[string, CreateCountedApp]>([
  ['core', createCoreApp],
  ['fetch', createFetchApp],
])('what is counted of %s', (_, create) => {
  it.each(scenarios)('answers rightly with Corsac and by hand: $name', async (scenario) => {
    for (const kind of ['byHand', 'corsac'] as const) {
      const app = await create(kind, scenario.policy)
      expect([kind, await isRight({ ...app, listen }, scenario)]).toEqual([kind, true])
    }
  })
})

describe.each(Object.entries(subjectGroups))('the subjects of %s', (_, load) => {
  it('have names of their own', async () => {
    const names = (await load()).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toEqual([])
  })
})
