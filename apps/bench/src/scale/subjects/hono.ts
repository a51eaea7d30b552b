import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { BODY, TYPE } from '../../frameworks/framework-bench.ts'
import { versionOf } from '../../frameworks/version-of.ts'
import { createWebApp } from '../../frameworks/web-app.ts'
import type { RequestSubject } from '../scale-subject.ts'

/** Hono's own middleware. */
export const honoSubject: RequestSubject = {
  kind: 'request',
  name: `${versionOf('hono')}, hono/cors`,
  create: (origin) => {
    const app = new Hono()
    if (origin !== null) app.use(cors({ origin }))
    app.get('/', (c) => c.body(BODY, 200, { 'content-type': TYPE }))
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
    return createWebApp(app.fetch, (request, response) => void listener(request, response))
  },
}
