import cors from '@koa/cors'
import Koa from 'koa'
import { BODY, TYPE } from '../../frameworks/framework-bench.ts'
import { createNodeApp } from '../../frameworks/node-app.ts'
import { versionOf } from '../../frameworks/version-of.ts'
import type { RequestSubject } from '../scale-subject.ts'

/** The usual package of Koa, with the function that its users write: a list is not among its options. */
export const koaSubject: RequestSubject = {
  kind: 'request',
  name: `${versionOf('@koa/cors')}, includes`,
  create: (origins) => {
    const app = new Koa()
    if (origins !== null)
      app.use(
        cors({
          origin: (ctx) => {
            const origin = ctx.get('Origin')
            return origins.includes(origin) ? origin : ''
          },
        }),
      )
    app.use((ctx) => {
      ctx.type = TYPE
      ctx.body = BODY
    })
    const listener = app.callback()
    return createNodeApp((request, response) => void listener(request, response))
  },
}
