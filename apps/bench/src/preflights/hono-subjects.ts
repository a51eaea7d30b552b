import { cors as corsac } from '@corsac/hono'
import { getRequestListener } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { cors as honoCors } from 'hono/cors'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { versionOf } from '../frameworks/version-of.ts'
import { corsacOptions, type PreflightApp, type PreflightSubject } from './preflight-subject.ts'

/** On Hono. */
export const honoSubjects: readonly PreflightSubject[] = [
  {
    framework: 'hono',
    name: `hono/cors of ${versionOf('hono')}`,
    kind: 'peer',
    options: {},
    create: () => createApp(honoCors()),
  },
  {
    framework: 'hono',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => createApp(corsac(corsacOptions)),
  },
]

function createApp(middleware: MiddlewareHandler): PreflightApp {
  const app = new Hono()
  app.use(middleware)
  app.all('/items/:id', (c) => c.body(BODY, 200, { 'content-type': TYPE }))
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return { listener: (request, response) => void listener(request, response) }
}
