import { expect, it } from 'vitest'
import { sumByFunction } from './profiled-functions.ts'

it('adds up what functions took by themselves, for one request', () => {
  const frame = (functionName: string, url = 'file:///a/b/c/d.js'): object => ({
    functionName,
    url,
    lineNumber: 4,
    columnNumber: 0,
    scriptId: '1',
  })
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('setHeader') },
      { id: 2, callFrame: frame('', '') },
      { id: 3, callFrame: frame('setHeader') },
    ],
    samples: [1, 2, 3, 9],
    timeDeltas: [10, 5, 20, 7],
    startTime: 0,
    endTime: 42,
  }
  expect(sumByFunction(profile as Parameters<typeof sumByFunction>[0], 10)).toEqual([
    { name: 'setHeader', place: 'b/c/d.js:5', time: 3000 },
    { name: '(anonymous)', place: '', time: 500 },
  ])
})
