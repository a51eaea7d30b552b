import type { IncomingMessage, ServerResponse } from 'node:http'
import { BODY, TYPE } from '../../frameworks/framework-bench.ts'
import { createNodeApp } from '../../frameworks/node-app.ts'
import type { RequestSubject } from '../scale-subject.ts'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Puts middleware before an application on `node:http`. */
export function nodeSubject(name: string, cors: (origins: string[]) => Middleware): RequestSubject {
  return {
    kind: 'request',
    name,
    create: (origins) => {
      const middleware = origins === null ? null : cors(origins)
      return createNodeApp((request, response) => {
        if (middleware === null) respond(response)
        else
          middleware(request, response, () => {
            respond(response)
          })
      })
    },
  }
}

function respond(response: ServerResponse): void {
  response.setHeader('content-type', TYPE)
  response.end(BODY)
}
