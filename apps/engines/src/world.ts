import { readFile } from 'node:fs/promises'
import { type Origins, SERVER_NAMES, type ServerName } from './origins.ts'
import { createStage, type Stage, type WireRequest, type WireResponse } from './stage.ts'
import type { Trial } from './trial.ts'
import { startWireServer, type WireServer } from './wire-server.ts'

/** The servers of a run, with the page that plays trials. */
export interface World {
  readonly origins: Origins
  /** The address of the page. */
  readonly pageUrl: string
  /** Lets the servers answer as a trial says, until {@link World.leave}. */
  enter(trial: Trial): Stage
  leave(stage: Stage): void
  close(): Promise<void>
}

const SCRIPT_FILE = new URL('../page/play.js', import.meta.url)

/** The names under which the browser knows the servers. */
const HOSTS: Readonly<Record<ServerName, string>> = {
  app: '127.0.0.1',
  admin: '127.0.0.1',
  api: '127.0.0.1',
  cdn: '127.0.0.1',
  partner: 'partner.localhost',
}

/** Starts all servers on free ports. */
export async function startWorld(): Promise<World> {
  const script = await readFile(SCRIPT_FILE, 'latin1')
  const stages = new Map<string, Stage>()
  const servers = new Map<ServerName, WireServer>()
  const handler = (request: WireRequest): WireResponse => {
    const { pathname } = new URL(request.url)
    const id = /^\/trial\/([^/]+)\//.exec(pathname)?.[1]
    return (id === undefined ? undefined : stages.get(id))?.answer(request) ?? pageFor(pathname, origins, script)
  }
  for (const name of SERVER_NAMES) servers.set(name, await startWireServer(handler))
  const originOf = (name: ServerName): string => `http://${HOSTS[name]}:${servers.get(name)?.port ?? 0}`
  const origins: Origins = {
    app: originOf('app'),
    admin: originOf('admin'),
    api: originOf('api'),
    cdn: originOf('cdn'),
    partner: originOf('partner'),
  }
  let entered = 0
  return {
    origins,
    pageUrl: `${origins.app}/page`,
    enter(trial) {
      const stage = createStage(trial, { origins, id: `t${++entered}` })
      stages.set(stage.place.id, stage)
      return stage
    },
    leave(stage) {
      stages.delete(stage.place.id)
    },
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()))
    },
  }
}

/** The page that plays trials, its frames and its script. */
function pageFor(path: string, origins: Origins, script: string): WireResponse {
  const head = '<!doctype html><title>Trials</title><link rel="icon" href="data:,"><script src="/play.js"></script>'
  const frames =
    `<iframe name="admin" src="${origins.admin}/frame"></iframe>` +
    '<iframe name="sandbox" sandbox="allow-scripts" src="/frame"></iframe>'
  if (path === '/page') return respond(200, 'text/html', head + frames)
  if (path === '/frame') return respond(200, 'text/html', head)
  return path === '/play.js' ? respond(200, 'text/javascript', script) : respond(404, 'text/plain', '')
}

function respond(status: number, type: string, body: string): WireResponse {
  const headers = [
    ['Content-Type', type],
    ['Content-Length', String(body.length)],
  ] as const
  return { status, headers, body }
}
