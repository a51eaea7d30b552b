import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { growthSubjects } from './growth-subjects.ts'
import { measureGrowth } from './measure-growth.ts'
import { MOST_KILOBYTES } from './measure-growths.ts'
import { allowedAt } from './stranger-origins.ts'

const MOST_BYTES = MOST_KILOBYTES * 1024
const counts = { requests: 50_000, warmUp: 10_000 }

beforeAll(() => {
  // Test processes are not started with the option that the bench has.
  setFlagsFromString('--expose-gc')
  Object.assign(globalThis, { gc: runInNewContext('gc') as unknown })
})

describe('measureGrowth', () => {
  it('notices who keeps every origin', async () => {
    const kept: string[] = []
    const leak = {
      name: 'leak',
      ...counts,
      originAt: allowedAt,
      isRight: () => true,
      handle: (origin: string) => kept.push(origin),
    }
    expect(await measureGrowth(leak)).toBeGreaterThan(MOST_BYTES)
    expect(kept.length).toBeGreaterThan(counts.requests)
  })

  it('notices who answers wrongly', async () => {
    const wrong = { name: 'wrong', ...counts, originAt: allowedAt, isRight: () => false, handle: () => undefined }
    await expect(measureGrowth(wrong)).rejects.toThrow('wrong: answered wrongly')
  })
})

describe('growthSubjects', () => {
  it.each(Object.entries(growthSubjects))('answer rightly: %s', async (_, load) => {
    for (const { isRight, name } of await load({ many: 1, fewer: 1 }))
      expect([name, await isRight()]).toEqual([name, true])
  })
})
