import { describe, expect, it } from 'vitest'
import { kinds } from '../frameworks/framework-bench.ts'
import { isRight } from '../frameworks/measure-framework.ts'
import { httpScenarios } from './http-scenarios.ts'
import { remoteApp } from './remote-app.ts'
import { startServers } from './servers.ts'

describe('startServers', () => {
  it('serves every kind of a framework, until they are stopped', async () => {
    const { packages, ports, stop } = await startServers('node')
    expect(packages.peer).toMatch(/^cors [0-9]/)
    expect(new Set(Object.values(ports)).size).toBe(kinds.length)
    for (const scenario of httpScenarios) {
      const judged = kinds.map(async (kind) => [kind, await isRight(remoteApp(ports[kind]), scenario)])
      expect(Object.fromEntries(await Promise.all(judged))).toEqual({
        bare: false,
        inline: true,
        peer: true,
        corsac: true,
      })
    }
    await stop()
    const [scenario] = httpScenarios
    await expect(scenario && isRight(remoteApp(ports.corsac), scenario)).rejects.toThrow('ECONNREFUSED')
  })

  it('says what the servers spend', async () => {
    const { readCpuTime, stop } = await startServers('node')
    const before = await readCpuTime()
    expect(before).toBeGreaterThan(0)
    expect(await readCpuTime()).toBeGreaterThanOrEqual(before)
    await stop()
  })

  it('fails where the servers do not start', async () => {
    await expect(startServers('no-such-framework')).rejects.toThrow(
      /with exit code 1: [^]*There is no framework "no-such-framework" in the bench/,
    )
  })
})
