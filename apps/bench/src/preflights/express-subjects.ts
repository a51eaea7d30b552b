import { cors as corsac } from '@corsac/express'
import cors from 'cors'
import express, { type RequestHandler } from 'express'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { versionOf } from '../frameworks/version-of.ts'
import { corsacOptions, type PreflightApp, type PreflightSubject } from './preflight-subject.ts'

/** On Express. */
export const expressSubjects: readonly PreflightSubject[] = [
  { framework: 'express', name: versionOf('cors'), kind: 'peer', options: {}, create: () => createApp(cors()) },
  {
    framework: 'express',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => createApp(corsac(corsacOptions)),
  },
]

function createApp(middleware: RequestHandler): PreflightApp {
  const app = express()
  app.use(middleware)
  app.all('/items/:id', (_, response) => {
    response.setHeader('content-type', TYPE)
    response.end(BODY)
  })
  return { listener: app }
}
