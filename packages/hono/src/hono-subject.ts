import { createServer } from 'node:http'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamEndpoint, examEndpoints, listen } from '@corsac/test-kit'
import { getRequestListener } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { StatusCode } from 'hono/utils/http-status'
import { cors } from './cors.ts'

/** Makes a subject of one version of Hono, served by `@hono/node-server`. */
export function honoSubject(createHono: typeof Hono, version: string): ConformanceSubject {
  return {
    name: `@corsac/hono on Hono ${version}`,
    version,
    start: (assignment) => {
      const app = new createHono()
      app.use(cors<object, CorsSource<Context>>(sourceOf(assignment, (c) => c.req.path)))
      registerExam(app)
      const handleRequest = getRequestListener(app.fetch)
      return listen(serveUpgrades(createServer((request, response) => void handleRequest(request, response))))
    },
  }
}

function registerExam(app: Hono): void {
  let handled = 0
  for (const endpoint of examEndpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    // Node hands these over beside the application.
    if (behaviour === 'upgrade') continue
    if (behaviour === 'count') {
      app.get(path, (c) => c.json({ handled }))
      continue
    }
    app.on([...methods], path, (c) => {
      handled++
      return handle(endpoint, c)
    })
    if (ownOptions === undefined) continue
    app.options(path, () => {
      handled++
      return new Response(null, { status: ownOptions.status, headers: Object.fromEntries(ownOptions.headers) })
    })
  }
}

function handle(endpoint: ExamEndpoint, c: Context): Response {
  const { behaviour, body, headers, status } = endpoint
  switch (behaviour) {
    case 'throw':
      throw new Error('The handler of the exam throws')
    case 'stream':
      return respond(c, endpoint, streamOf(body))
    case 'write-head':
      return new Response(textOf(body), { status, headers: Object.fromEntries(headers) })
    case 'respond':
    case 'upgrade':
    case 'count':
      return respond(c, endpoint, textOf(body))
  }
}

function respond(
  c: Context,
  { status, headers, ownVary }: ExamEndpoint,
  body: string | ReadableStream | null,
): Response {
  for (const [name, value] of headers) c.header(name, value, { append: name === 'vary' && ownVary === 'append' })
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a status is one of a union for Hono, not a number
  return c.newResponse(body, status as StatusCode)
}

function textOf(body: readonly string[]): string | null {
  return body.length === 0 ? null : body.join('')
}

function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}
