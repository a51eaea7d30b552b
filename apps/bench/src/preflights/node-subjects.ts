import { cors as corsac } from '@corsac/node'
import { BODY, TYPE } from '../frameworks/framework-bench.ts'
import { corsacOptions, type PreflightSubject } from './preflight-subject.ts'

/** On `node:http`, which has no usual package of its own. */
export const nodeSubjects: readonly PreflightSubject[] = [
  {
    framework: 'node',
    name: 'Corsac',
    kind: 'corsac',
    options: corsacOptions,
    create: () => {
      const middleware = corsac(corsacOptions)
      return {
        listener: (request, response) => {
          middleware(request, response, () => {
            response.setHeader('content-type', TYPE)
            response.end(BODY)
          })
        },
      }
    },
  },
]
