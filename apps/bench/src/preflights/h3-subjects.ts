import { cors as corsac } from '@corsac/h3'
import { H3, handleCors, type Middleware } from 'h3'
import { toNodeHandler } from 'h3/node'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { versionOf } from '../frameworks/version-of.ts'
import { corsacOptions, type PreflightApp, type PreflightSubject } from './preflight-subject.ts'

/** On h3. */
export const h3Subjects: readonly PreflightSubject[] = [
  {
    framework: 'h3',
    name: `handleCors of ${versionOf('h3')}`,
    kind: 'peer',
    options: {},
    create: () =>
      createApp((event, next) => {
        const answer = handleCors(event, {})
        return answer === false ? next() : answer
      }),
  },
  {
    framework: 'h3',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => createApp(corsac(corsacOptions)),
  },
]

function createApp(middleware: Middleware): PreflightApp {
  const app = new H3()
  app.use(middleware)
  app.all('/items/:id', (event) => {
    event.res.headers.set('content-type', TYPE)
    return BODY
  })
  const listener = toNodeHandler(app)
  return { listener: (request, response) => void listener(request, response) }
}
