import type { HeaderPairs } from '@corsac/user-agent'
import type { ExamAssignment } from '../exam/exam-policy.ts'
import { createReferenceApplication } from './reference-application.ts'
import type { ReferenceRequest, ReferenceResponse, RuleSet, Situation } from './rule-set.ts'

/**
 * Creates what answers requests by rules: the application of the exam, behind CORS.
 *
 * @throws {Error} if the rules refuse the policy
 */
export function createReferenceHandler(
  assignment: ExamAssignment,
  rules: RuleSet,
): (request: ReferenceRequest) => ReferenceResponse {
  const application = createReferenceApplication()
  if (!rules.takesPolicy(assignment)) throw new Error('the policy is refused')

  return (request) => {
    const situation = assess(assignment, request, rules)
    const response = answerBefore(situation, rules) ?? rules.relay(application(request), situation)
    const shared = { ...response, headers: shareHeaders(response, situation, rules) }
    return response.made === 'upgraded' ? rules.switchProtocols(response, shared) : shared
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
    const chunks = rules.preflightBody(situation)
    return { status: rules.preflightStatus(situation), headers: [], chunks, made: 'preflight' }
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
  const vary = rules.mergeVary(ownVary, rules.vary(situation), response)
  const own = response.headers.filter(([name]) => name !== 'vary')
  const cors = [
    ...values.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    ...(vary === '' ? [] : [['vary', vary] as const]),
  ]
  return rules.join(own, cors, situation, response)
}
