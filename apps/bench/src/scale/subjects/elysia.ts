import type { RequestListener } from 'node:http'
import { cors } from '@elysiajs/cors'
import { Elysia } from 'elysia'
import { toNodeHandler } from 'srvx/node'
import { BODY, TYPE } from '../../frameworks/framework-bench.ts'
import { versionOf } from '../../frameworks/version-of.ts'
import { createWebApp } from '../../frameworks/web-app.ts'
import type { RequestSubject } from '../scale-subject.ts'

/** The usual package of Elysia. */
export const elysiaSubject: RequestSubject = {
  kind: 'request',
  name: versionOf('@elysiajs/cors'),
  create: (origin) => {
    const app = new Elysia()
    if (origin !== null) app.use(cors({ origin }))
    app.get('/', ({ set }) => {
      set.headers['content-type'] = TYPE
      return BODY
    })
    app.compile()
    const handle = (request: Request): Response | Promise<Response> => app.fetch(request)
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- srvx types the requests of HTTP/1 and 2 as one
    return createWebApp(handle, toNodeHandler(handle) as RequestListener)
  },
}
