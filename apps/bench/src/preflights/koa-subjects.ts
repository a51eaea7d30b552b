import { cors as corsac } from '@corsac/koa'
import koaCors from '@koa/cors'
import Koa, { type Middleware } from 'koa'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { versionOf } from '../frameworks/version-of.ts'
import { corsacOptions, type PreflightApp, type PreflightSubject } from './preflight-subject.ts'

/** On Koa. */
export const koaSubjects: readonly PreflightSubject[] = [
  { framework: 'koa', name: versionOf('@koa/cors'), kind: 'peer', options: {}, create: () => createApp(koaCors()) },
  {
    framework: 'koa',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => createApp(corsac(corsacOptions)),
  },
]

function createApp(middleware: Middleware): PreflightApp {
  const app = new Koa()
  app.use(middleware)
  app.use((ctx) => {
    ctx.type = TYPE
    ctx.body = BODY
  })
  const listener = app.callback()
  return { listener: (request, response) => void listener(request, response) }
}
