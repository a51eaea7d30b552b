// The application behind a proxy, on a socket of its own.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guarded } from './application.mjs'
import { switchProtocols } from './exam.mjs'

/** Starts the application of the exam on a path of the file system; resolves once it accepts connections. */
export async function startUpstream(path) {
  const server = createServer(guarded)
  switchProtocols(server)
  server.listen(path)
  await once(server, 'listening')
}

/** Makes a folder for what a proxy is configured with; it goes when the proxy is stopped. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'scoreboard-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.on('SIGTERM', () => process.exit())
  return folder
}
