import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamEndpoint, examEndpoints, listen } from '@corsac/test-kit'
import type Koa from 'koa'
import type { Context, Middleware } from 'koa'
import { cors } from './cors.ts'

/** Makes a subject of one version of Koa. */
export function koaSubject(createKoa: typeof Koa, version: string): ConformanceSubject {
  return {
    name: `@corsac/koa on Koa ${version}`,
    version,
    start: (assignment) => {
      const app = new createKoa()
      // It otherwise writes the stack of the exam's error to the console.
      app.silent = true
      app.use(cors<CorsSource<Context>>(sourceOf(assignment, (ctx) => ctx.path)))
      app.use(createExam())
      const handleRequest = app.callback()
      return listen(serveUpgrades(createServer((request, response) => void handleRequest(request, response))))
    },
  }
}

function createExam(): Middleware {
  let handled = 0
  return (ctx, next) => {
    const endpoint = examEndpoints.find(({ path }) => path === ctx.path)
    if (endpoint === undefined) return next()
    if (endpoint.behaviour === 'count') {
      ctx.body = { handled }
      return undefined
    }
    handled++
    if (ctx.method === 'OPTIONS' && endpoint.ownOptions !== undefined) respond(ctx, endpoint.ownOptions, null)
    else if (endpoint.methods.includes(ctx.method)) handle(ctx, endpoint)
    else ctx.status = 405
    return undefined
  }
}

function handle(ctx: Context, endpoint: ExamEndpoint): void {
  const text = endpoint.body.join('')
  switch (endpoint.behaviour) {
    case 'throw':
      throw new Error('The handler of the exam throws')
    case 'stream':
      respond(ctx, endpoint, Readable.from(endpoint.body))
      return
    case 'write-head':
      ctx.respond = false
      ctx.res.writeHead(endpoint.status, Object.fromEntries(endpoint.headers)).end(text)
      return
    case 'respond':
    case 'upgrade':
    case 'count':
      respond(ctx, endpoint, text === '' ? null : text)
  }
}

function respond(
  ctx: Context,
  { status, headers }: Pick<ExamEndpoint, 'status' | 'headers'>,
  body: Readable | string | null,
): void {
  ctx.body = body
  ctx.status = status
  ctx.set(Object.fromEntries(headers))
}
