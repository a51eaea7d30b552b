import { getHeader } from '@corsac/user-agent'
import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { type ComparedResponse, judgeAcross } from './judge-across.ts'
import { judgePageStep } from './judge-page-step.ts'
import { judgePreflightStep } from './judge-preflight-step.ts'
import { type Finding, judgeResponse } from './judge-response.ts'
import type { Miss } from '../reports/report.ts'
import { lastResponse, type StepObservation } from './step-observation.ts'

/** Compares what the steps of a case brought to light with what it expects, and lists what was missed. */
export function judgeCase(
  { across, steps }: ConformanceCase,
  observations: readonly StepObservation[],
): readonly Miss[] {
  const found = observations.flatMap((observation, index) => {
    const step = steps[index]
    return step === undefined ? [] : judgeStep(step, observation).map((finding) => ({ step: index, ...finding }))
  })
  if (across === undefined) return found
  return [...found, ...judgeAcross(across, observations.flatMap(comparedResponse))]
}

function comparedResponse(observation: StepObservation): readonly ComparedResponse[] {
  const response = lastResponse(observation, 'actual')
  const request = observation.exchange.messages.at(-1)?.request
  if (response === null || request === undefined) return []
  const isPreflight =
    request.method === 'OPTIONS' && getHeader(request.headers, 'access-control-request-method') !== null
  return [{ headers: response.headers, isPreflight }]
}

function judgeStep(step: CaseStep, observation: StepObservation): readonly Finding[] {
  if ('preflight' in step) return judgePreflightStep(step.expect, observation)
  if (!('raw' in step)) return judgePageStep(step.expect, observation)
  const response = lastResponse(observation, 'actual')
  if (response === null) throw new Error('there is no response to judge')
  return judgeResponse(step.expect, response)
}
