import { type ExamBehaviour, examEndpoints, type ExamEndpoint } from '../exam/exam-endpoints.ts'
import type { ReferenceRequest, ReferenceResponse } from './rule-set.ts'

const MADE = {
  count: 'responded',
  respond: 'responded',
  stream: 'streamed',
  throw: 'thrown',
  upgrade: 'upgraded',
  'write-head': 'write-head',
} as const satisfies Record<ExamBehaviour, ReferenceResponse['made']>

/** Creates the application that the exam asks for, as a function from request to response. */
export function createReferenceApplication(): (request: ReferenceRequest) => ReferenceResponse {
  let handled = 0

  return ({ headers, method, path }) => {
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
    if (endpoint.behaviour === 'throw') return plain(500, 'thrown')
    if (endpoint.behaviour === 'upgrade' && headers.upgrade === undefined) return plain(426, 'responded')
    return respond(endpoint)
  }
}

function respond({ behaviour, body, headers, ownVary, status }: ExamEndpoint): ReferenceResponse {
  return { status, headers, chunks: body, made: MADE[behaviour], ...(ownVary === undefined ? {} : { ownVary }) }
}

function plain(status: number, made: ReferenceResponse['made']): ReferenceResponse {
  return { status, headers: [['content-type', 'text/plain']], chunks: [`${status}\n`], made }
}
