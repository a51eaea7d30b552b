import type { Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { createExpressServer } from './express-server.ts'
import { createFetchServer } from './fetch-server.ts'
import { createNodeServer } from './node-server.ts'
import { packageVersion } from './package-root.ts'
import type { PenguinApi } from './penguin-api.ts'

/** One way to serve the API. */
export interface ApiServerKind {
  /** Short and stable: it is part of addresses. */
  readonly id: string
  readonly name: string
  /** The package that enforces the policy. */
  readonly binding: string
  /** What serves, and its version. */
  readonly framework: string
  readonly create: (policy: CorsPolicy, api: PenguinApi) => Server | Promise<Server>
}

/** Every server of the example, in the order of their ports. Another one is another line. */
// prettier-ignore
export const apiServerKinds: readonly ApiServerKind[] = [
  { id: 'node', name: 'node:http', binding: '@corsac/node', framework: `Node ${process.versions.node}`, create: createNodeServer },
  { id: 'express', name: 'Express', binding: '@corsac/express', framework: `Express ${packageVersion('express')}`, create: createExpressServer },
  { id: 'fetch', name: 'Fetch handler', binding: '@corsac/fetch', framework: `srvx ${packageVersion('srvx')}`, create: createFetchServer },
]
