import type { Server } from 'node:http'
import type { CorsPolicy } from '@corsac/core'
import { createElysiaServer } from './elysia-server.ts'
import { createExpressServer } from './express-server.ts'
import { createFastifyServer } from './fastify-server.ts'
import { createFetchServer } from './fetch-server.ts'
import { createH3Server } from './h3-server.ts'
import { createHapiServer } from './hapi-server.ts'
import { createHonoServer } from './hono-server.ts'
import { createKoaServer } from './koa-server.ts'
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
  { id: 'koa', name: 'Koa', binding: '@corsac/koa', framework: `Koa ${packageVersion('koa')}`, create: createKoaServer },
  { id: 'fastify', name: 'Fastify', binding: '@corsac/fastify', framework: `Fastify ${packageVersion('fastify')}`, create: createFastifyServer },
  { id: 'hapi', name: 'hapi', binding: '@corsac/hapi', framework: `hapi ${packageVersion('@hapi/hapi')}`, create: createHapiServer },
  { id: 'hono', name: 'Hono', binding: '@corsac/hono', framework: `Hono ${packageVersion('hono')}`, create: createHonoServer },
  { id: 'h3', name: 'h3', binding: '@corsac/h3', framework: `h3 ${packageVersion('h3')}`, create: createH3Server },
  { id: 'elysia', name: 'Elysia', binding: '@corsac/elysia', framework: `Elysia ${packageVersion('elysia')}`, create: createElysiaServer },
]
