import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamEndpoint, examEndpoints, listen } from '@corsac/test-kit'
import { cors } from './cors.ts'

/** A `node:http` server that takes the exam. */
export const nodeSubject: ConformanceSubject = {
  name: '@corsac/node on node:http',
  start: (assignment) => {
    const handleCors = cors<IncomingMessage, CorsSource<IncomingMessage>>(sourceOf(assignment, pathOf))
    const application = createApplication()
    const server = createServer((request, response) => {
      handleCors(request, response, () => {
        try {
          application(request, response)
        } catch {
          // What error handlers do before they answer: start from nothing.
          for (const name of response.getHeaderNames()) response.removeHeader(name)
          response.statusCode = 500
          response.end()
        }
      })
    })
    return listen(serveUpgrades(server))
  },
}

function createApplication(): (request: IncomingMessage, response: ServerResponse) => void {
  let handled = 0
  return (request, response) => {
    const endpoint = examEndpoints.find(({ path }) => path === pathOf(request))
    if (endpoint === undefined) {
      response.statusCode = 404
      response.end()
    } else if (endpoint.behaviour === 'count') {
      response.end(JSON.stringify({ handled }))
    } else {
      handled++
      if (request.method === 'OPTIONS' && endpoint.ownOptions !== undefined) respond(response, endpoint.ownOptions, [])
      else if (endpoint.methods.includes(request.method ?? '')) handle(endpoint, response)
      else respond(response, { status: 405, headers: [['allow', endpoint.methods.join(', ')]] }, [])
    }
  }
}

function handle(endpoint: ExamEndpoint, response: ServerResponse): void {
  if (endpoint.behaviour === 'throw') throw new Error('The handler of the exam throws')
  if (endpoint.behaviour === 'write-head') {
    const headers: OutgoingHttpHeaders = Object.fromEntries(endpoint.headers)
    response.writeHead(endpoint.status, headers).end(endpoint.body.join(''))
  } else {
    respond(response, endpoint, endpoint.body)
  }
}

function respond(
  response: ServerResponse,
  { headers, ownVary, status }: Pick<ExamEndpoint, 'headers' | 'ownVary' | 'status'>,
  body: readonly string[],
): void {
  response.statusCode = status
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  for (const chunk of body) response.write(chunk)
  response.end()
}

function pathOf(request: IncomingMessage): string {
  return request.url?.split('?')[0] ?? ''
}
