// The application of the exam on Express, whatever does its CORS.
import { counter, endpoints } from './exam.mjs'

/** Registers the endpoints, in the idiom of Express. */
export function registerExam(app) {
  for (const endpoint of endpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    if (behaviour === 'count') {
      app.get(path, (_, response) => response.json({ handled: counter.handled }))
      continue
    }
    app.all(path, (_, __, next) => {
      counter.handled += 1
      next()
    })
    if (ownOptions !== undefined) {
      app.options(path, (_, response) => {
        response.status(ownOptions.status).set(Object.fromEntries(ownOptions.headers)).end()
      })
    }
    for (const method of methods.filter((name) => name !== 'HEAD')) {
      app[method.toLowerCase()](path, (_, response) => handle(endpoint, response))
    }
  }
}

/** Handles a request for an endpoint as the exam asks. */
export function handle({ behaviour, body, headers, ownVary, status }, response) {
  const { vary, ...others } = Object.fromEntries(headers)
  const isAppended = ownVary === 'append'
  const fields = vary === undefined || isAppended ? others : { ...others, vary }
  switch (behaviour) {
    case 'throw':
      throw new Error('The exam asked for an error')
    case 'upgrade':
      response.status(426).end()
      return
    case 'stream':
      response.status(status).set(fields)
      for (const chunk of body) response.write(chunk)
      response.end()
      return
    case 'write-head':
      response.writeHead(status, fields).end(body.join(''))
      return
    default:
      if (isAppended) response.vary(vary)
      response.status(status).set(fields).send(body.join(''))
  }
}
