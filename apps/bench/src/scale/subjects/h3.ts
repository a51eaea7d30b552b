import { H3, handleCors } from 'h3'
import { toNodeHandler } from 'h3/node'
import { BODY, TYPE } from '../../frameworks/framework-bench.ts'
import { versionOf } from '../../frameworks/version-of.ts'
import { createWebApp } from '../../frameworks/web-app.ts'
import type { RequestSubject } from '../scale-subject.ts'

/** The function of h3 itself, with options that are made once. */
export const h3Subject: RequestSubject = {
  kind: 'request',
  name: `${versionOf('h3')}, handleCors`,
  create: (origin) => {
    const app = new H3()
    if (origin !== null) {
      const options = { origin }
      app.use((event, next) => {
        const answer = handleCors(event, options)
        return answer === false ? next() : answer
      })
    }
    app.get('/', (event) => {
      event.res.headers.set('content-type', TYPE)
      return BODY
    })
    const listener = toNodeHandler(app)
    return createWebApp(
      (request) => app.fetch(request),
      (request, response) => void listener(request, response),
    )
  },
}
