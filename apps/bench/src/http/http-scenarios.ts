import { twoOrigins } from '../frameworks/bench-policy.ts'
import { type Scenario, scenarios } from '../frameworks/scenario.ts'

/** What is asked over HTTP: what a page asks that is allowed. It has one policy, so that the same servers answer all. */
export const httpScenarios: readonly Scenario[] = scenarios.filter(
  ({ ordinary, policy, shared }) => ordinary && policy === twoOrigins && shared,
)
