import type { ReportError } from './ask-origin.ts'
import type { CorsDecision } from './cors-decision.ts'
import { type CorsPolicy, isCorsPolicy } from './cors-policy.ts'
import { decideFor } from './decide.ts'
import { addVary } from './decision-vary.ts'
import { describeValue } from './describe-value.ts'
import { VARY_ON_ORIGIN } from './policy-program.ts'
import { refuse } from './refusal.ts'
import type { RequestHead } from './request-head.ts'
import { isThenable } from './thenable.ts'

/**
 * Chooses the policy for a request: per tenant, per route, or the one loaded last.
 *
 * `null` refuses. So does a throw, a rejection, or anything that is not a policy; those also reach `onError`.
 */
export type CorsPicker<Context> = (
  head: RequestHead,
  context: Context,
) => CorsPolicy | null | Promise<CorsPolicy | null>

/** Decides by the policy that a picker chooses; the decision always varies on `Origin`. */
export function decideByPicker<Context>(
  pick: CorsPicker<Context>,
  head: RequestHead,
  context: Context,
  report: ReportError,
): CorsDecision | Promise<CorsDecision> {
  try {
    const picked: unknown = pick(head, context)
    if (!isThenable(picked)) return decideByPicked(picked, head, report)
    return Promise.resolve(picked).then(
      (settled) => decideByPicked(settled, head, report),
      (error: unknown) => reportAndRefuse(head, error, report),
    )
  } catch (error) {
    return reportAndRefuse(head, error, report)
  }
}

function decideByPicked(picked: unknown, head: RequestHead, report: ReportError): CorsDecision | Promise<CorsDecision> {
  if (isCorsPolicy(picked)) {
    const decision = decideFor(picked, head, { requestedMethodOnly: true, report })
    if (!(decision instanceof Promise)) return addVary(decision, VARY_ON_ORIGIN)
    return decision.then((settled) => addVary(settled, VARY_ON_ORIGIN))
  }
  if (picked === null) return refuse(head)
  const expected = 'it returns a policy made by definePolicy, null to refuse, or a promise of one'
  return reportAndRefuse(head, new TypeError(`The picker returned ${describeValue(picked)}: ${expected}`), report)
}

function reportAndRefuse(head: RequestHead, error: unknown, report: ReportError): CorsDecision {
  report(error)
  return refuse(head)
}
