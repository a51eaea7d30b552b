import type { CaseStep, ConformanceCase } from './conformance-case.ts'
import { judgeAcross } from './judge-across.ts'
import { judgePageStep } from './judge-page-step.ts'
import { judgePreflightStep } from './judge-preflight-step.ts'
import { type Finding, judgeResponse } from './judge-response.ts'
import type { Miss } from './report.ts'
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
  const responses = observations.flatMap((observation) => lastResponse(observation, 'actual') ?? [])
  const headers = responses.map((response) => response.headers)
  return [...found, ...judgeAcross(across, headers)]
}

function judgeStep(step: CaseStep, observation: StepObservation): readonly Finding[] {
  if ('preflight' in step) return judgePreflightStep(step.expect, observation)
  if (!('raw' in step)) return judgePageStep(step.expect, observation)
  const response = lastResponse(observation, 'actual')
  if (response === null) throw new Error('there is no response to judge')
  return judgeResponse(step.expect, response)
}
