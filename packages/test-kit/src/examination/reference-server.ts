import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { HeaderPairs } from '@corsac/user-agent'
import type { ExamAssignment } from '../exam-policy.ts'
import { listen } from '../listen.ts'
import type { ConformanceSubject, RunningSubject } from '../subject.ts'
import { createReferenceApplication } from './reference-application.ts'
import type { ReferenceRequest, ReferenceResponse, RuleSet, Situation } from './rule-set.ts'

/** A subject made of rules: right where they are the reference rules, wrong in one point where a mutant changed one. */
export function createReferenceSubject(name: string, rules: RuleSet): ConformanceSubject {
  return { name, start: (assignment) => startReferenceServer(assignment, rules) }
}

function startReferenceServer(assignment: ExamAssignment, rules: RuleSet): Promise<RunningSubject> {
  const application = createReferenceApplication()
  const server = createServer((incoming, outgoing) => {
    const request = readRequest(incoming)
    const situation = assess(assignment, request, rules)
    const response = answerBefore(situation, rules) ?? rules.relay(application(request), situation)
    write(outgoing, request, { ...response, headers: shareHeaders(response, situation, rules) })
    incoming.resume()
  })
  return listen(server)
}

function readRequest({ headers, method = 'GET', url = '/' }: IncomingMessage): ReferenceRequest {
  const read = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  const [path = '/'] = url.split('?', 1)
  return {
    method,
    path,
    hasQuery: url.includes('?'),
    origin: read('origin') ?? null,
    requestMethod: read('access-control-request-method') ?? null,
    requestHeaders: read('access-control-request-headers') ?? null,
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, read(name)])),
  }
}

function assess(assignment: ExamAssignment, request: ReferenceRequest, rules: RuleSet): Situation {
  const policy = rules.policyFor(assignment, request)
  return {
    request,
    policy,
    perPath: Object.keys(assignment.routes).length > 0,
    preflight: rules.isPreflight(request),
    originAllowed: rules.isOriginAllowed(policy, request.origin, request),
  }
}

/** Answers what the application is not to see. */
function answerBefore(situation: Situation, rules: RuleSet): ReferenceResponse | null {
  if (situation.preflight && !rules.passesOn(situation)) {
    return { status: rules.preflightStatus(situation), headers: [], chunks: [], made: 'preflight' }
  }
  if (situation.preflight || !rules.turnsAway(situation)) return null
  return { status: 403, headers: [], chunks: [], made: 'responded' }
}

function shareHeaders(response: ReferenceResponse, situation: Situation, rules: RuleSet): HeaderPairs {
  const values = [
    ['access-control-allow-origin', rules.allowOrigin(situation)],
    ['access-control-allow-credentials', rules.allowCredentials(situation)],
    ['access-control-allow-methods', rules.allowMethods(situation)],
    ['access-control-allow-headers', rules.allowHeaders(situation)],
    ['access-control-max-age', rules.maxAge(situation)],
    ['access-control-expose-headers', rules.exposeHeaders(situation)],
    ['timing-allow-origin', rules.timingAllowOrigin(situation)],
  ] as const
  const ownVary = response.headers.find(([name]) => name === 'vary')?.[1] ?? null
  const vary = rules.mergeVary(ownVary, rules.vary(situation))
  const own = response.headers.filter(([name]) => name !== 'vary')
  const cors = [
    ...values.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    ...(vary === '' ? [] : [['vary', vary] as const]),
  ]
  return rules.join(own, cors, situation, response)
}

function write(
  outgoing: ServerResponse,
  { method }: ReferenceRequest,
  { chunks, headers, status }: ReferenceResponse,
): void {
  outgoing.writeHead(status, headers.flat())
  if (method !== 'HEAD') for (const chunk of chunks) outgoing.write(chunk)
  outgoing.end()
}
