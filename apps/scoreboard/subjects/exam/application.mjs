// The application of the exam on bare `node:http`, without CORS: for the subject that adds it by hand, and behind proxies.
import { counter, endpoints, pathOf } from './exam.mjs'

/** Handles a request as the exam asks. */
export function application(request, response) {
  const endpoint = endpoints.find(({ path }) => path === pathOf(request.url))
  if (endpoint === undefined) return respond(response, { status: 404, headers: [], body: ['Not found\n'] })
  if (endpoint.behaviour === 'count') {
    return respond(response, { ...endpoint, body: [JSON.stringify({ handled: counter.handled })] })
  }
  if (request.method === 'OPTIONS' && endpoint.ownOptions !== undefined) {
    counter.handled += 1
    return respond(response, { ...endpoint.ownOptions, body: [] })
  }
  if (!endpoint.methods.includes(request.method)) return respond(response, { status: 405, headers: [], body: [] })
  counter.handled += 1
  switch (endpoint.behaviour) {
    case 'throw':
      // What `node:http` has in place of an error path: whoever calls the handler catches.
      throw new Error('The exam asked for an error')
    case 'upgrade':
      return respond(response, { status: 426, headers: [], body: [] })
    case 'write-head':
      return response.writeHead(endpoint.status, Object.fromEntries(endpoint.headers)).end(endpoint.body.join(''))
    default:
      return respond(response, endpoint)
  }
}

/** Handles a request, and answers 500 where the handler throws. */
export function guarded(request, response) {
  try {
    application(request, response)
  } catch {
    respond(response, { status: 500, headers: [], body: [] })
  }
}

function respond(response, { body, headers, ownVary, status }) {
  response.statusCode = status
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  for (const chunk of body) response.write(chunk)
  response.end()
}
