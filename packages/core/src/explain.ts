import type { CorsPolicy } from './cors-policy.ts'
import { decideFor } from './decide.ts'
import { describeError } from './describe-value.ts'
import { explainDecision } from './explain-decision.ts'
import type { Explanation } from './explanation.ts'
import type { CorsDecision } from './cors-decision.ts'
import type { RequestHead } from './request-head.ts'

/**
 * Explains what a policy makes of a request: the decision, and the steps that a browser takes with it, each with a
 * verdict, a sentence and, where one change to the configuration would let it pass, that change.
 *
 * A predicate is asked once, as {@link decide} does. What it did wrong, and what the policy lists, is in the sentences:
 * they are for the people who run the server.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function explain(policy: CorsPolicy<'sync'>, head: RequestHead): Explanation
export function explain(policy: CorsPolicy, head: RequestHead): Explanation | Promise<Explanation>
export function explain(policy: CorsPolicy, head: RequestHead): Explanation | Promise<Explanation> {
  const failures: string[] = []
  const report = (error: unknown): void => void failures.push(describeError(error))
  const finish = (decided: CorsDecision): Explanation =>
    explainDecision(policy, head, decided, { requestedMethodOnly: false, failure: failures[0] ?? null })

  const decision = decideFor(policy, head, { requestedMethodOnly: false, report })
  return decision instanceof Promise ? decision.then(finish) : finish(decision)
}
