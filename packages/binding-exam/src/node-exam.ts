import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ExamEndpoint, examEndpoints } from '@corsac/test-kit'
import { pathOf } from './path-of.ts'

/** Middleware in the form that Connect gave it; an error is handed to `next`. */
export type NodeExam = (request: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => void

/**
 * Makes the application of the exam as middleware, for frameworks whose handlers get the request and the response of
 * Node. It passes on what it does not serve, and its error, so that the framework's own 404 and its own error path
 * answer these.
 */
export function createNodeExam(): NodeExam {
  let handled = 0
  return (request, response, next) => {
    const { method = '' } = request
    const endpoint = examEndpoints.find(({ path }) => path === pathOf(request))
    if (endpoint === undefined) {
      next()
      return
    }
    if (endpoint.behaviour === 'count') {
      response.end(JSON.stringify({ handled }))
      return
    }
    handled++
    if (method === 'OPTIONS' && endpoint.ownOptions !== undefined)
      respond(response, { ...endpoint.ownOptions, body: [] })
    else if (!endpoint.methods.includes(method))
      respond(response, { status: 405, headers: [['allow', endpoint.methods.join(', ')]], body: [] })
    // Not every framework of this kind catches what is thrown.
    else if (endpoint.behaviour === 'throw') next(new Error('The handler of the exam fails'))
    else if (endpoint.behaviour === 'write-head') writeHead(response, endpoint)
    else respond(response, endpoint)
  }
}

function writeHead(response: ServerResponse, { status, headers, body }: ExamEndpoint): void {
  // Not every framework leaves writeHead what it returns.
  response.writeHead(status, Object.fromEntries(headers))
  response.end(body.join(''))
}

function respond(
  response: ServerResponse,
  {
    behaviour,
    body,
    headers,
    ownVary,
    status,
  }: Partial<ExamEndpoint> & Pick<ExamEndpoint, 'status' | 'headers' | 'body'>,
): void {
  response.statusCode = status
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  if (behaviour === 'stream') {
    for (const chunk of body) response.write(chunk)
    response.end()
  } else response.end(body.join(''))
}
