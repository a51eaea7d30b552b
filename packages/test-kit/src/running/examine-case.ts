import type { Transport } from '@corsac/user-agent'
import { createExamTransport } from './exam-transport.ts'
import { whyNotApplicable } from './applicability.ts'
import { confineTransport } from './confined-transport.ts'
import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { completeAssignment } from '../exam/exam-policy.ts'
import { judgeCase } from '../judging/judge-case.ts'
import { isNotApplicableError, NotApplicableError } from '../subjects/not-applicable-error.ts'
import type { CaseResult, Verdict } from '../reports/report.ts'
import { runStep } from './run-step.ts'
import type { StepObservation } from '../judging/step-observation.ts'
import { describeError, SubjectError } from '../subjects/subject-error.ts'
import type { SubjectServers } from '../subjects/subject-servers.ts'
import type { RunningSubject } from '../subjects/subject.ts'

const examTransport = createExamTransport()

/** The servers of subjects that have started and answered. */
const knownToStart = new WeakSet<SubjectServers>()

/**
 * Examines a subject on one case. It never rejects: whatever goes wrong is in the result.
 *
 * @param servers - the subject's servers; the one for the case's policy is started if need be, and left running
 * @param transport - what puts requests on the wire; sockets by default
 */
export async function examineCase(
  conformanceCase: ConformanceCase,
  servers: SubjectServers,
  transport: Transport = examTransport,
): Promise<CaseResult> {
  const why = whyNotApplicable(conformanceCase, servers.subject)
  if (why !== null) return notApplicable(conformanceCase, why)

  const began = performance.now()
  const assignment = completeAssignment(conformanceCase.policy)
  const observations: StepObservation[] = []
  const found = () => ({
    exchanges: observations.map(({ exchange }) => exchange),
    duration: Math.round(performance.now() - began),
  })
  try {
    await servers.use(assignment, (running) => askSteps(conformanceCase.steps, running, transport, observations))
    knownToStart.add(servers)
    const misses = judgeCase(conformanceCase, observations)
    return resultOf(conformanceCase, misses.length === 0 ? 'pass' : 'fail', { ...found(), misses })
  } catch (error) {
    const rest = { ...found(), why: describeError(error) }
    if (isNotApplicableError(error)) return resultOf(conformanceCase, 'not-applicable', rest)
    if (!(error instanceof SubjectError)) return resultOf(conformanceCase, 'examiner-error', rest)
    // Whatever is left of that server would spoil the cases that follow.
    await servers.close(assignment).catch(() => undefined)
    const isRefusal = conformanceCase.unsafePolicy === true && (await startsOtherwise(servers))
    return resultOf(conformanceCase, isRefusal ? 'pass' : 'subject-error', rest)
  }
}

/** Tells whether the subject starts with a policy that is beyond doubt; then it was the other one that it refused. */
async function startsOtherwise(servers: SubjectServers): Promise<boolean> {
  if (knownToStart.has(servers)) return true
  try {
    await servers.use(completeAssignment({}), () => Promise.resolve())
    return true
  } catch {
    return false
  }
}

/** The result of a case that does not apply, and so was not examined. */
export function notApplicable(conformanceCase: ConformanceCase, why: string): CaseResult {
  return resultOf(conformanceCase, 'not-applicable', { why })
}

/** Asks a started subject what the steps ask, and adds what came of each to the observations. */
async function askSteps(
  steps: readonly CaseStep[],
  { diagnose, hosts = [], url }: RunningSubject,
  transport: Transport,
  observations: StepObservation[],
): Promise<void> {
  const confined = confineTransport(transport, [new URL(url).host, ...hosts])
  try {
    for (const step of steps) {
      const observation = await runStep(step, url, confined.transport)
      observations.push(observation)
      const [elsewhere] = confined.withheld
      if (elsewhere !== undefined)
        throw new NotApplicableError(`It leads to ${elsewhere}, on a host that was not named, and so was not asked.`)
      assertAnswered(observation)
    }
  } catch (error) {
    const diagnosis = error instanceof SubjectError ? ((await diagnose?.()) ?? null) : null
    throw diagnosis === null ? error : new SubjectError(`${describeError(error)}\n${diagnosis}`, { cause: error })
  }
}

/** Throws where there is nothing to judge, so that silence never passes for a refusal. */
function assertAnswered({ exchange: { messages, reason } }: StepObservation): void {
  const unanswered = messages.find(({ response }) => response === null)
  if (unanswered !== undefined) throw new SubjectError(unanswered.error ?? 'it did not answer')
  if (messages.length === 0) throw new Error(`the step sent nothing: ${reason ?? 'for no reason'}`)
}

function resultOf(
  { id, kind, policy, requirement, spec }: ConformanceCase,
  verdict: Verdict,
  rest: Partial<Pick<CaseResult, 'why' | 'misses' | 'exchanges' | 'duration'>>,
): CaseResult {
  return { id, requirement, kind, spec, policy, verdict, duration: 0, misses: [], exchanges: [], ...rest }
}
