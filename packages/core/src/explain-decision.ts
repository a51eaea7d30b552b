import type { CorsDecision } from './cors-decision.ts'
import { type CorsPolicy, policyProgram } from './cors-policy.ts'
import { answerPreflight, type DecideMode } from './decide.ts'
import { describeValue } from './describe-value.ts'
import { explainMethod } from './explain-method.ts'
import { explainOrigin, isSharedWith } from './explain-origin.ts'
import { explainRequestHeaders } from './explain-request-headers.ts'
import { quoteList } from './explanation-text.ts'
import { type Explanation, type ExplanationStep, explanationStep } from './explanation.ts'
import { isCorsPreflightRequest, type RequestHead } from './request-head.ts'

/** How a decision came about that is to be explained. */
export interface ExplainMode extends Pick<DecideMode, 'requestedMethodOnly'> {
  /** What a predicate did wrong; `null` where it answered, or was not asked. */
  readonly failure: string | null
}

/** Explains a decision that a policy has made, without asking a predicate again. */
export function explainDecision(
  policy: CorsPolicy,
  head: RequestHead,
  decision: CorsDecision,
  mode: ExplainMode,
): Explanation {
  const { origin } = head
  const kind = explainKind(head)
  if (origin === null) return { decision, outcome: 'not-a-cors-request', steps: [kind] }

  const isShared = isSharedWith(decision, origin)
  const check = [kind, ...explainOrigin(policy, origin, decision, mode.failure)]
  if (!isCorsPreflightRequest(head)) {
    if (!isShared) return { decision, outcome: 'not-shared', steps: check }
    return { decision, outcome: 'shared', steps: [...check, explainExposure(policy)] }
  }
  // What any allowed origin is answered: where this one is refused, what else is not allowed is said at once.
  const grant = answerPreflight(policy[policyProgram], head, origin, mode)
  const steps = [
    ...check,
    ...(isShared ? [explainStatus(policy)] : []),
    explainMethod(policy, head.accessControlRequestMethod, grant),
    explainRequestHeaders(policy, head.accessControlRequestHeaders, grant),
  ]
  if (steps.some(({ verdict }) => verdict === 'fail')) return { decision, outcome: 'preflight-refused', steps }
  return { decision, outcome: 'preflight-passes', steps: [...steps, explainMaxAge(policy)] }
}

/** Says what kind of request this is, and in doubt why it is no other. */
export function explainKind(head: RequestHead): ExplanationStep {
  const { method, origin, accessControlRequestMethod } = head
  if (origin === null) {
    return explanationStep('CORS request', 'info', 'the request has no Origin: it is not a CORS request')
  }
  if (isCorsPreflightRequest(head)) {
    const text = `OPTIONS with Origin and Access-Control-Request-Method ${describeValue(accessControlRequestMethod)} is a CORS-preflight request`
    return explanationStep('CORS-preflight request', 'info', text)
  }
  const text = `the request has the Origin ${describeValue(origin)}: it is a CORS request`
  return explanationStep('CORS request', 'info', `${text}${explainNoPreflight(method, accessControlRequestMethod)}`)
}

function explainNoPreflight(method: string, requestedMethod: string | null): string {
  if (method === 'OPTIONS') return ', and without Access-Control-Request-Method not a CORS-preflight request'
  if (requestedMethod === null) return ''
  return `, and with the method ${describeValue(method)}, not "OPTIONS", not a CORS-preflight request`
}

function explainStatus({ config: { preflightStatus } }: CorsPolicy): ExplanationStep {
  return explanationStep('CORS-preflight fetch', 'pass', `preflightStatus is ${preflightStatus}, which is an ok status`)
}

function explainMaxAge({ config: { maxAge } }: CorsPolicy): ExplanationStep {
  const text =
    maxAge === 0
      ? 'maxAge is 0: browsers do not cache this answer'
      : `maxAge is ${maxAge}: browsers cache this answer for at most ${maxAge} seconds`
  return explanationStep('CORS-preflight fetch', 'info', text)
}

function explainExposure({ config: { exposeHeaders } }: CorsPolicy): ExplanationStep {
  const safelisted = 'the page may read the CORS-safelisted response headers'
  if (exposeHeaders === '*') {
    return explanationStep(
      'CORS filtered response',
      'info',
      'exposeHeaders is "*": the page may read every header but Set-Cookie',
    )
  }
  const text =
    exposeHeaders.length === 0 ? `${safelisted} and no other` : `${safelisted} and ${quoteList(exposeHeaders)}`
  return explanationStep('CORS filtered response', 'info', text)
}
