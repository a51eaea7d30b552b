import { examEndpoints, type ExamEndpoint } from '../exam-endpoints.ts'
import type { ReferenceRequest, ReferenceResponse } from './rule-set.ts'

/** Creates the application that the exam asks for, as a function from request to response. */
export function createReferenceApplication(): (request: ReferenceRequest) => ReferenceResponse {
  let handled = 0

  return ({ method, path }) => {
    const endpoint = examEndpoints.find((candidate) => candidate.path === path)
    if (endpoint === undefined) return plain(404, 'missing')
    if (endpoint.behaviour === 'count') {
      return { ...respond(endpoint), chunks: [JSON.stringify({ handled })] }
    }
    if (method === 'OPTIONS' && endpoint.ownOptions !== undefined) {
      handled += 1
      return { ...endpoint.ownOptions, chunks: [], made: 'responded' }
    }
    if (!endpoint.methods.includes(method)) return plain(405, 'missing')
    handled += 1
    return endpoint.behaviour === 'throw' ? plain(500, 'thrown') : respond(endpoint)
  }
}

function respond({ behaviour, body, headers, status }: ExamEndpoint): ReferenceResponse {
  const made = behaviour === 'stream' ? 'streamed' : behaviour === 'write-head' ? 'write-head' : 'responded'
  return { status, headers, chunks: body, made }
}

function plain(status: number, made: ReferenceResponse['made']): ReferenceResponse {
  return { status, headers: [['content-type', 'text/plain']], chunks: [`${status}\n`], made }
}
