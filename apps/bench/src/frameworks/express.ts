import { cors as corsac } from '@corsac/express'
import express from 'express'
import { corsacConfig } from './corsac-config.ts'
import { BODY, type FrameworkBench, TYPE } from './framework-bench.ts'
import { nodeMiddleware } from './node.ts'
import { createNodeApp } from './node-app.ts'
import { versionOf } from './version-of.ts'

/** Express, whose responses take headers by the calls of `node:http`. */
export const expressBench: FrameworkBench = {
  name: 'express',
  packages: { framework: versionOf('express'), peer: versionOf('cors') },
  create: (kind, policy) => {
    const app = express()
    app.disable('x-powered-by')
    const middleware = kind === 'corsac' ? corsac(corsacConfig(policy)) : nodeMiddleware(kind, policy)
    if (middleware !== null) app.use(middleware)
    app.get('/', (_, response) => {
      response.setHeader('content-type', TYPE)
      response.end(BODY)
    })
    app.options('/', (_, response) => {
      response.status(204).end()
    })
    return createNodeApp(app)
  },
}
