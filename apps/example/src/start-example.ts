import type { Server } from 'node:http'
import { apiServerKinds } from './api-servers.ts'
import { createDashboardServer } from './dashboard-server.ts'
import type { ExampleDescription } from './example-description.ts'
import { createExchangeRecorder } from './exchange-recorder.ts'
import { listen, stop } from './listen.ts'
import { createPenguinApi } from './penguin-api.ts'
import { createPenguinTable } from './penguin-table.ts'
import { defineDashboardPolicy } from './policy.ts'
import { readPenguins } from './read-penguins.ts'
import { createStrangerServer } from './stranger-server.ts'

/** How far from the dashboard's port the last one is. */
export const PORT_SPAN = 10

/** The example while it runs. */
export interface RunningExample {
  /** The address to open. */
  readonly url: string
  /** Describes the example to a page that was opened on this host. */
  readonly describe: (hostname: string) => ExampleDescription
  /** Stops every server, and ends the connections that browsers keep open. */
  readonly close: () => Promise<void>
}

/**
 * Starts the dashboard on a port, the servers of the API on the ports after it, and the stranger on the last one.
 *
 * @param port `0` takes free ports, one by one.
 * @throws {PortUnavailableError} If one of the ports cannot be had; nothing is left listening then.
 */
export async function startExample(port: number): Promise<RunningExample> {
  const servers: Server[] = []
  const close = async () => {
    await Promise.all(servers.map(stop))
  }
  const open = (server: Server, offset: number) => {
    servers.push(server)
    return listen(server, port === 0 ? 0 : port + offset)
  }

  try {
    return { ...(await openAll(open)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openAll(
  open: (server: Server, offset: number) => Promise<number>,
): Promise<Omit<RunningExample, 'close'>> {
  const recorder = createExchangeRecorder()
  const apiServers: { readonly kind: (typeof apiServerKinds)[number]; readonly port: number }[] = []

  const describe = (hostname: string): ExampleDescription => ({
    servers: apiServers.map(({ kind: { id, name, binding, framework }, port }) => ({
      id,
      name,
      binding,
      framework,
      origin: `http://${hostname}:${port}`,
    })),
    strangerOrigin: `http://${hostname}:${strangerPort}`,
    policy: policy.config,
  })

  const dashboardPort = await open(createDashboardServer({ describe, recorder }), 0)
  const dashboardOrigins = [`http://127.0.0.1:${dashboardPort}`, `http://localhost:${dashboardPort}`]
  const policy = defineDashboardPolicy(dashboardOrigins)
  const strangerPort = await open(createStrangerServer(dashboardOrigins), PORT_SPAN)

  const penguins = readPenguins()
  for (const [index, kind] of apiServerKinds.entries()) {
    const server = await kind.create(policy, createPenguinApi(createPenguinTable(penguins), kind.id))
    recorder.watch(server)
    apiServers.push({ kind, port: await open(server, index + 1) })
  }
  return { url: `http://127.0.0.1:${dashboardPort}`, describe }
}
