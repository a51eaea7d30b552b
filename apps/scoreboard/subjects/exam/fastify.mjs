// The application of the exam on Fastify, whatever does its CORS.
import { Readable } from 'node:stream'
import { counter, endpoints } from './exam.mjs'

/** Registers the endpoints, in the idiom of Fastify, which answers HEAD wherever it answers GET. */
export function registerExam(app) {
  for (const endpoint of endpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    if (behaviour === 'count') {
      app.get(path, async () => ({ handled: counter.handled }))
      continue
    }
    app.route({ method: methods.filter((name) => name !== 'HEAD'), url: path, handler: handlerOf(endpoint) })
    if (ownOptions === undefined) continue
    app.options(path, (_, reply) => {
      counter.handled += 1
      reply.code(ownOptions.status).headers(Object.fromEntries(ownOptions.headers)).send()
    })
  }
}

/** Makes the handler of an endpoint. */
export function handlerOf({ behaviour, body, headers, ownVary, status }) {
  const fields = Object.fromEntries(headers)
  return async (_, reply) => {
    counter.handled += 1
    switch (behaviour) {
      case 'throw':
        throw new Error('The exam asked for an error')
      case 'upgrade':
        return reply.code(426).send()
      case 'stream':
        return reply.code(status).headers(fields).send(Readable.from(body))
      case 'write-head':
        reply.hijack()
        reply.raw.writeHead(status, fields).end(body.join(''))
        return reply
      default:
        return reply
          .code(status)
          .headers(ownVary === 'append' ? { ...fields, vary: append(reply.getHeader('vary'), fields.vary) } : fields)
          .send(body.length === 0 ? undefined : body.join(''))
    }
  }
}

/** Fastify has no way to add to a header but to read it first. */
function append(there, value) {
  return there === undefined ? value : `${there}, ${value}`
}
