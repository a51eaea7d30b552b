import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createNodeExam, type NodeExam, pathOf, serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, listen } from '@corsac/test-kit'
import connect from 'connect'
import polka from 'polka'
import { cors } from './cors.ts'
import type { NodeMiddleware } from './middleware.ts'

/** A `node:http` server that takes the exam. */
export const nodeSubject = createSubject('node:http', (handleCors, exam) =>
  createServer((request, response) => {
    handleCors(request, response, () => {
      exam(request, response, (error) => {
        answer(response, error)
      })
    })
  }),
)

/** A chain of Connect that takes the exam. */
export const connectSubject = createSubject('Connect', (handleCors, exam) => {
  const app = connect().use(handleCors).use(exam)
  return createServer((request, response) => {
    app(request, response, (error: unknown) => {
      answer(response, error)
    })
  })
})

/** An application of Polka that takes the exam. */
export const polkaSubject = createSubject('Polka', (handleCors, exam) => {
  const app = polka({
    onError: (error, _, response) => {
      answer(response, error)
    },
    onNoMatch: (_, response) => {
      answer(response, undefined)
    },
  }).use(handleCors, exam)
  return createServer().on('request', app.handler.bind(app))
})

function createSubject(
  name: string,
  serve: (handleCors: NodeMiddleware, exam: NodeExam) => Server,
): ConformanceSubject {
  return {
    name: `@corsac/node on ${name}`,
    start: (assignment) => {
      const handleCors = cors<IncomingMessage, CorsSource<IncomingMessage>>(sourceOf(assignment, pathOf))
      return listen(serveUpgrades(serve(handleCors, createNodeExam())))
    },
  }
}

/** What error handlers do before they answer: start from nothing. */
function answer(response: ServerResponse, error: unknown): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.statusCode = error === undefined ? 404 : 500
  response.end()
}
