// Serves one framework, once for each kind, until it is killed or the process that started it has ended.
import { frameworks } from '../frameworks/all-frameworks.ts'
import { twoOrigins } from '../frameworks/bench-policy.ts'
import { type Kind, kinds } from '../frameworks/framework-bench.ts'
import type { ServersReport } from './servers.ts'

const [name = ''] = process.argv.slice(2)
const load = frameworks[name]
if (load === undefined) throw new Error(`There is no framework "${name}" in the bench.`)
const { create, packages } = await load()
const ports: Record<Kind, number> = { bare: 0, inline: 0, peer: 0, corsac: 0 }
for (const kind of kinds) ports[kind] = (await (await create(kind, twoOrigins)).listen()).port

process.on('disconnect', () => process.exit())
process.on('message', report)
report()

function report(): void {
  const { system, user } = process.cpuUsage()
  const message: ServersReport = { packages, ports, cpuTime: user + system }
  process.send?.(message)
}
