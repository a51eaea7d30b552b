import type { PreflightExpectation } from '../cases/conformance-case.ts'
import { type Finding, judgeResponse } from './judge-response.ts'
import { lastResponse, type StepObservation } from './step-observation.ts'

/** Compares what a browser made of a preflight with what it is to make of it, and lists the differences. */
export function judgePreflightStep(
  { passes, reason, response = {} }: PreflightExpectation,
  observation: StepObservation,
): readonly Finding[] {
  const { outcome, reason: actualReason } = observation.exchange
  const answer = lastResponse(observation, 'preflight')
  if (answer === null) throw new Error('there is no preflight to judge: the request needs none')
  const passed = outcome !== 'preflight-refused'
  return [
    ...(passed === passes
      ? []
      : [
          {
            subject: 'preflight',
            expected: passes ? 'passed' : 'refused',
            actual: passed ? 'passed' : `refused (${actualReason ?? 'for no reason'})`,
          },
        ]),
    ...(reason === undefined || reason === actualReason
      ? []
      : [{ subject: 'reason', expected: reason, actual: actualReason ?? 'none' }]),
    ...judgeResponse(response, answer).map((finding) => ({
      ...finding,
      subject: `preflight response: ${finding.subject}`,
    })),
  ]
}
