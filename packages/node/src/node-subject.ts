import { createServer, type IncomingMessage } from 'node:http'
import { createNodeExam, pathOf, serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, listen } from '@corsac/test-kit'
import { cors } from './cors.ts'

/** A `node:http` server that takes the exam. */
export const nodeSubject: ConformanceSubject = {
  name: '@corsac/node on node:http',
  start: (assignment) => {
    const handleCors = cors<IncomingMessage, CorsSource<IncomingMessage>>(sourceOf(assignment, pathOf))
    const exam = createNodeExam()
    const server = createServer((request, response) => {
      handleCors(request, response, () => {
        exam(request, response, (error) => {
          // What error handlers do before they answer: start from nothing.
          for (const name of response.getHeaderNames()) response.removeHeader(name)
          response.statusCode = error === undefined ? 404 : 500
          response.end()
        })
      })
    })
    return listen(serveUpgrades(server))
  },
}
