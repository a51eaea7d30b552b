import type { Transport } from '@corsac/user-agent'
import { createSocketTransport } from '@corsac/user-agent/node'
import type { CaseStep, ConformanceCase } from './conformance-case.ts'
import { completeAssignment } from './exam-policy.ts'
import { judgeAcross } from './judge-across.ts'
import { judgePageStep } from './judge-page-step.ts'
import { type Finding, judgeResponse } from './judge-response.ts'
import type { CaseResult, Miss, Verdict } from './report.ts'
import { runStep } from './run-step.ts'
import { lastResponse, type StepObservation } from './step-observation.ts'
import { describeError, SubjectError } from './subject-error.ts'
import type { SubjectServers } from './subject-servers.ts'

const socketTransport = createSocketTransport()

/**
 * Examines a subject on one case. It never rejects: whatever goes wrong is in the result.
 *
 * @param servers - the subject's servers; the one for the case's policy is started if need be, and left running
 * @param transport - what puts requests on the wire; sockets by default
 */
export async function examineCase(
  conformanceCase: ConformanceCase,
  servers: SubjectServers,
  transport: Transport = socketTransport,
): Promise<CaseResult> {
  const { needs = [], policy, steps } = conformanceCase
  const lacking = needs.flatMap((capability) => servers.subject.lacks?.[capability] ?? [])
  if (lacking.length > 0) return resultOf(conformanceCase, 'not-applicable', { why: lacking.join('; ') })

  const assignment = completeAssignment(policy)
  const observations: StepObservation[] = []
  const exchanges = () => observations.map(({ exchange }) => exchange)
  try {
    await servers.use(assignment, async ({ url }) => {
      for (const step of steps) {
        const observation = await runStep(step, url, transport)
        observations.push(observation)
        assertAnswered(observation)
      }
    })
    const misses = judge(conformanceCase, observations)
    return resultOf(conformanceCase, misses.length === 0 ? 'pass' : 'fail', { misses, exchanges: exchanges() })
  } catch (error) {
    const why = describeError(error)
    if (!(error instanceof SubjectError)) {
      return resultOf(conformanceCase, 'examiner-error', { why, exchanges: exchanges() })
    }
    // Whatever is left of that server would spoil the cases that follow.
    await servers.close(assignment).catch(() => undefined)
    return resultOf(conformanceCase, 'subject-error', { why, exchanges: exchanges() })
  }
}

function judge({ across, steps }: ConformanceCase, observations: readonly StepObservation[]): readonly Miss[] {
  const responses = observations.flatMap((observation) => lastResponse(observation, 'actual') ?? [])
  return [
    ...observations.flatMap((observation, index) => {
      const step = steps[index]
      return step === undefined ? [] : judgeStep(step, observation).map((finding) => ({ step: index, ...finding }))
    }),
    ...(across === undefined
      ? []
      : judgeAcross(
          across,
          responses.map(({ headers }) => headers),
        )),
  ]
}

function judgeStep(step: CaseStep, observation: StepObservation): readonly Finding[] {
  if (!('raw' in step)) return judgePageStep(step.expect, observation)
  const response = lastResponse(observation, 'actual')
  if (response === null) throw new Error('there is no response to judge')
  return judgeResponse(step.expect, response)
}

/** Throws where there is nothing to judge, so that silence never passes for a refusal. */
function assertAnswered({ exchange: { messages, reason } }: StepObservation): void {
  const unanswered = messages.find(({ response }) => response === null)
  if (unanswered !== undefined) throw new SubjectError(unanswered.error ?? 'it did not answer')
  if (messages.length === 0) throw new Error(`the step sent nothing: ${reason ?? 'for no reason'}`)
}

function resultOf(
  { id, kind, requirement, spec }: ConformanceCase,
  verdict: Verdict,
  rest: Partial<Pick<CaseResult, 'why' | 'misses' | 'exchanges'>>,
): CaseResult {
  return { id, requirement, kind, spec, verdict, misses: [], exchanges: [], ...rest }
}
