import { describe, expect, it } from 'vitest'
import { readConfiguration } from './configuration-files.ts'
import { subjectEntries } from './subject-entries.ts'

async function pathsOf(id: string): Promise<readonly string[]> {
  const entry = subjectEntries.find((each) => each.id === id)
  const files = entry === undefined ? [] : await readConfiguration(entry)
  return files.map(({ path }) => path)
}

describe('readConfiguration', () => {
  it('reads what was written for a subject, in its folders too, and nothing that was installed', async () => {
    expect(await pathsOf('nextjs')).toEqual([
      'apps/scoreboard/subjects/nextjs/app/[endpoint]/route.js',
      'apps/scoreboard/subjects/nextjs/app/layout.js',
      'apps/scoreboard/subjects/nextjs/next.config.mjs',
      'apps/scoreboard/subjects/nextjs/proxy.js',
    ])
    expect(await pathsOf('fastapi')).toEqual(['apps/scoreboard/subjects/fastapi/app.py'])
  })

  it('reads the subject of a binding', async () => {
    expect(await pathsOf('corsac-node')).toEqual(['packages/node/src/node-subject.ts'])
  })

  it.each(subjectEntries)('finds the configuration of $id', async (entry) => {
    const files = await readConfiguration(entry)
    expect(files.length).toBeGreaterThan(0)
    expect(files.every(({ text }) => text !== '')).toBe(true)
  })
})
