import type { RequestListener } from 'node:http'
import { cors as corsac } from '@corsac/elysia'
import { cors as elysiaCors } from '@elysiajs/cors'
import { type AnyElysia, Elysia } from 'elysia'
import { toNodeHandler } from 'srvx/node'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { versionOf } from '../frameworks/version-of.ts'
import { corsacOptions, type PreflightApp, type PreflightSubject } from './preflight-subject.ts'

/** On Elysia, which srvx serves on Node. */
export const elysiaSubjects: readonly PreflightSubject[] = [
  {
    framework: 'elysia',
    name: versionOf('@elysiajs/cors'),
    kind: 'peer',
    options: {},
    create: () => createApp(new Elysia().use(elysiaCors())),
  },
  {
    framework: 'elysia',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => createApp(new Elysia().use(corsac(corsacOptions))),
  },
]

function createApp(app: AnyElysia): PreflightApp {
  app.all('/items/:id', () => new Response(BODY, { headers: { 'content-type': TYPE } }))
  app.compile()
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- srvx types the requests of HTTP/1 and 2 as one
  return { listener: toNodeHandler((request) => app.fetch(request)) as RequestListener }
}
