import { createServer } from 'node:http'
import { serveUpgrades, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamEndpoint, examEndpoints, listen } from '@corsac/test-kit'
import type express from 'express'
import type { Express, Request, RequestHandler, Response } from 'express'
import { cors } from './cors.ts'

/** Makes a subject of one version of Express. */
export function expressSubject(createExpress: typeof express, version: string): ConformanceSubject {
  return {
    name: `@corsac/express on Express ${version}`,
    version,
    start: (assignment) => {
      const app = createExpress()
      // Its default error handler otherwise writes the stack of the exam's error to the console.
      app.set('env', 'test')
      app.use(cors<CorsSource<Request>>(sourceOf(assignment, (request) => request.path)))
      registerExam(app)
      return listen(serveUpgrades(createServer(app)))
    },
  }
}

function registerExam(app: Express): void {
  let handled = 0
  const count: RequestHandler = (_, __, next) => {
    handled++
    next()
  }
  for (const endpoint of examEndpoints) {
    // Node hands these over beside the application.
    if (endpoint.behaviour === 'upgrade') continue
    if (endpoint.behaviour === 'count') {
      app.get(endpoint.path, (_, response) => {
        response.json({ handled })
      })
      continue
    }
    app.all(endpoint.path, count)
    const { ownOptions } = endpoint
    if (ownOptions !== undefined) {
      app.options(endpoint.path, (_, response) => {
        response.status(ownOptions.status).set(Object.fromEntries(ownOptions.headers)).end()
      })
    }
    app.all(endpoint.path, (request, response, next) => {
      if (endpoint.methods.includes(request.method)) handle(endpoint, response)
      else next()
    })
  }
}

function handle(endpoint: ExamEndpoint, response: Response): void {
  const { vary, ...others } = Object.fromEntries(endpoint.headers)
  const isAppended = vary !== undefined && endpoint.ownVary === 'append'
  const headers = vary === undefined || isAppended ? others : { ...others, vary }
  switch (endpoint.behaviour) {
    case 'throw':
      throw new Error('The handler of the exam throws')
    case 'stream':
      response.status(endpoint.status).set(headers)
      for (const chunk of endpoint.body) response.write(chunk)
      response.end()
      return
    case 'write-head':
      response.writeHead(endpoint.status, headers).end(endpoint.body.join(''))
      return
    case 'respond':
    case 'upgrade':
    case 'count':
      if (isAppended) response.vary(vary)
      response.status(endpoint.status).set(headers).send(endpoint.body.join(''))
  }
}
