import { describe, expect, it } from 'vitest'
import { misses } from '../figure.ts'
import { figuresOf } from './figures.ts'
import { httpScenarios } from './http-scenarios.ts'
import type { Round, ScenarioRounds } from './measure-servers.ts'
import { summarizeRounds } from './summary.ts'

const [scenario] = httpScenarios
if (scenario === undefined) throw new Error('There are no scenarios')

const servers = { framework: 'fastify', packages: { framework: 'fastify 5', peer: '@fastify/cors 11' } }
const measured: ScenarioRounds = {
  scenario,
  peerIsRight: true,
  rounds: {
    bare: rounds([4000, 2000, 1000, 500], 20),
    inline: rounds([2000, 1000, 500, 250], 40),
    peer: rounds([1000, 500, 250, 125], 80),
    // The machine slows down; Corsac is a quarter slower than by hand all the time, but in the last round.
    corsac: rounds([1600, 800, 400, 125], 50),
  },
}

function rounds(speeds: readonly number[], cpuTime: number): readonly Round[] {
  return speeds.map((requestsPerSecond) => ({ requestsPerSecond, cpuTime, p99: 1000 / requestsPerSecond }))
}

describe('summarizeRounds', () => {
  it('compares what was measured in the same round', () => {
    const { toInline, toPeer } = summarizeRounds(servers, measured)
    expect(toInline).toEqual({
      time: { median: 1.25, low: 1.25, high: 2 },
      cpuTime: { median: 1.25, low: 1.25, high: 1.25 },
    })
    expect(toPeer.time.median).toBe(0.625)
    expect(toPeer.cpuTime.median).toBe(0.625)
  })

  it('gives the median of the rounds, and its quarters', () => {
    const { kinds } = summarizeRounds(servers, measured)
    expect(kinds.bare.requestsPerSecond).toEqual({ median: 2000, low: 1000, high: 4000 })
    expect(kinds.bare.p99).toEqual({ median: 1, low: 0.5, high: 2 })
    expect(kinds.peer.cpuTime.median).toBe(80)
  })
})

describe('figuresOf', () => {
  it('writes speed and latency of every kind', () => {
    const figures = figuresOf(summarizeRounds(servers, measured))
    expect(figures.slice(0, 2)).toEqual([
      { name: 'fastify, allowed over HTTP, bare', value: 2000, unit: 'req/s' },
      { name: 'fastify, allowed over HTTP, bare, p99', value: 1, unit: 'ms' },
    ])
  })

  it('judges by the time for a request, of which more is worse', () => {
    const judged = figuresOf(summarizeRounds(servers, measured)).filter(({ atMost }) => atMost !== undefined)
    expect(judged.map((figure) => [figure.name, figure.value, misses(figure)])).toEqual([
      ['fastify, allowed over HTTP, time per request, Corsac to by hand (1.25 to 2.00)', 1.25, true],
      ['fastify, allowed over HTTP, time per request, Corsac to the usual package (0.63 to 1.00)', 0.625, false],
    ])
  })

  it('does not judge by a package that answers wrongly, and says so', () => {
    const figures = figuresOf(summarizeRounds(servers, { ...measured, peerIsRight: false }))
    expect(figures.filter(({ atMost }) => atMost !== undefined).length).toBe(1)
    expect(figures.filter(({ name }) => name.includes('(answers wrongly)')).length).toBe(4)
  })
})
