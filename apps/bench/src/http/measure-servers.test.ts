import { describe, expect, it, onTestFinished } from 'vitest'
import { twoOrigins } from '../frameworks/bench-policy.ts'
import { type Kind, kinds } from '../frameworks/framework-bench.ts'
import { nodeBench } from '../frameworks/node.ts'
import { httpScenarios } from './http-scenarios.ts'
import { kindsInTurn, measureServers } from './measure-servers.ts'
import { type Servers, startServers } from './servers.ts'

// Each burst has the fewest requests that there may be.
const TINY = { rounds: 2, warmUpRounds: 1, burst: 0 }

/** Serves applications of node in this process, each kind by what another one is. */
async function serveAs(served: Readonly<Record<Kind, Kind>>): Promise<Servers> {
  const ports: Record<Kind, number> = { bare: 0, inline: 0, peer: 0, corsac: 0 }
  for (const kind of kinds) {
    const { close, port } = await (await nodeBench.create(served[kind], twoOrigins)).listen()
    onTestFinished(async () => {
      await close()
    })
    ports[kind] = port
  }
  return {
    framework: 'node',
    packages: nodeBench.packages,
    ports,
    readCpuTime: () => Promise.resolve(process.cpuUsage().user),
    stop: () => Promise.resolve(),
  }
}

describe('measureServers', () => {
  // One framework that has listeners of Node, and one that has not.
  it.each(['fastify', 'h3'])('measures every kind of %s, in as many rounds as it is told', async (framework) => {
    const servers = await startServers(framework)
    onTestFinished(servers.stop)
    const measured = await measureServers(servers, TINY)
    expect(measured.map(({ scenario }) => scenario.name)).toEqual(['allowed', 'preflight, allowed'])
    for (const { peerIsRight, rounds } of measured) {
      expect(peerIsRight).toBe(true)
      for (const kind of kinds) {
        expect(rounds[kind].length).toBe(2)
        for (const { cpuTime, p99, requestsPerSecond } of rounds[kind])
          expect(Math.min(cpuTime, p99, requestsPerSecond)).toBeGreaterThan(0)
      }
    }
  })

  it('says of a usual package that answers wrongly that it does', async () => {
    const servers = await serveAs({ bare: 'bare', inline: 'inline', peer: 'bare', corsac: 'corsac' })
    const measured = await measureServers(servers, TINY)
    expect(measured.map(({ peerIsRight }) => peerIsRight)).toEqual([false, false])
  })

  it.each(['inline', 'corsac'] as const)('refuses to measure %s where it answers wrongly', async (kind) => {
    const right = { bare: 'bare', inline: 'inline', peer: 'peer', corsac: 'corsac' } as const
    const servers = await serveAs({ ...right, [kind]: 'bare' })
    await expect(measureServers(servers, TINY)).rejects.toThrow(`${kind} on node answers "allowed" wrongly over HTTP`)
  })
})

describe('httpScenarios', () => {
  it('are requests that are allowed, of two origins', () => {
    expect(httpScenarios.map(({ name }) => name)).toEqual(['allowed', 'preflight, allowed'])
  })
})

describe('kindsInTurn', () => {
  it('gives every kind every place equally often', () => {
    const rounds = Array.from({ length: 8 }, (_, round) => kindsInTurn(round))
    for (const place of kinds.keys())
      for (const kind of kinds) expect(rounds.filter((round) => round[place] === kind).length).toBe(2)
  })

  it('lets no kind always follow the same one', () => {
    const rounds = Array.from({ length: 8 }, (_, round) => kindsInTurn(round))
    for (const kind of kinds) {
      const before = rounds.map((round) => round[round.indexOf(kind) - 1]).filter((other) => other !== undefined)
      expect(new Set(before).size).toBe(2)
    }
  })
})
