import { createServer } from 'node:http'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import {
  type ConformanceSubject,
  type ExamAssignment,
  type ExamEndpoint,
  examEndpoints,
  listen,
} from '@corsac/test-kit'
import type * as h3 from 'h3-1'
import { serveWeb } from '../serve-web.testing.ts'
import { cors } from './cors.ts'
import type { H3Event } from './h3-event.ts'

/** What the exam uses of h3 1: the same in every version. */
export type H3V1 = Pick<
  typeof h3,
  | 'appendResponseHeader'
  | 'createApp'
  | 'createRouter'
  | 'eventHandler'
  | 'setResponseHeader'
  | 'setResponseStatus'
  | 'toNodeListener'
  | 'toWebHandler'
>

/** Makes a subject of one version of h3 1, on Node. */
export function nodeSubject(version: H3V1, name: string): ConformanceSubject {
  return {
    name: `@corsac/h3/v1 on h3 ${name}, Node`,
    version: name,
    start: (assignment) =>
      listen(serveUpgrades(createServer(version.toNodeListener(createApplication(version, assignment))))),
  }
}

/** Makes a subject of one version of h3 1 that is asked with plain requests, as on other runtimes. */
export function webSubject(version: H3V1, name: string): ConformanceSubject {
  return {
    name: `@corsac/h3/v1 on h3 ${name}, fetch`,
    version: name,
    lacks: { upgrade: 'On Node no Response can have the status 101.' },
    start: (assignment) => listen(serveWeb(version.toWebHandler(createApplication(version, assignment)))),
  }
}

function createApplication(version: H3V1, assignment: ExamAssignment): h3.App {
  // It otherwise writes the stack of the exam's error to the console.
  const onError = (error: h3.H3Error): void => {
    error.unhandled = false
  }
  return version
    .createApp({ onError })
    .use(cors<CorsSource<H3Event>>(sourceOf(assignment, ({ path }) => path.split('?')[0] ?? '')))
    .use(createExam(version))
}

function createExam(version: H3V1): h3.Router {
  let handled = 0
  // It would otherwise answer what has no route by itself, OPTIONS included.
  const router = version.createRouter()
  for (const endpoint of examEndpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    // Node hands these over beside the application.
    if (behaviour === 'upgrade') continue
    if (behaviour === 'count') {
      router.get(
        path,
        version.eventHandler(() => ({ handled })),
      )
      continue
    }
    if (ownOptions !== undefined) {
      const options = version.eventHandler((event) => {
        handled++
        return respond(version, event, { ...ownOptions, body: [] })
      })
      router.options(path, options)
    }
    const handler = version.eventHandler((event) => {
      handled++
      return handle(version, event, endpoint)
    })
    for (const method of METHODS) if (methods.includes(method.toUpperCase())) router.use(path, handler, method)
  }
  return router
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const

function handle(version: H3V1, event: h3.H3Event, endpoint: ExamEndpoint): unknown {
  switch (endpoint.behaviour) {
    case 'throw':
      throw new Error('The handler of the exam throws')
    case 'stream':
      respond(version, event, endpoint)
      return new Blob([...endpoint.body]).stream()
    case 'write-head':
      event.node.res.writeHead(endpoint.status, Object.fromEntries(endpoint.headers)).end(endpoint.body.join(''))
      return undefined
    case 'respond':
    case 'upgrade':
    case 'count':
      return respond(version, event, endpoint)
  }
}

function respond(
  version: H3V1,
  event: h3.H3Event,
  { body, headers, ownVary, status }: Pick<ExamEndpoint, 'body' | 'headers' | 'ownVary' | 'status'>,
): string {
  version.setResponseStatus(event, status)
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') version.appendResponseHeader(event, name, value)
    else version.setResponseHeader(event, name, value)
  }
  return body.join('')
}
