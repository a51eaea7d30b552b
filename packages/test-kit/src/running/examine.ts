import type { Transport } from '@corsac/user-agent'
import { createExamTransport } from './exam-transport.ts'
import type { ConformanceCase } from '../cases/conformance-case.ts'
import { createReport } from '../reports/conformance-report.ts'
import { conformanceCases } from '../cases/conformance-suites.ts'
import { completeAssignment } from '../exam/exam-policy.ts'
import { examineCase } from './examine-case.ts'
import type { CaseResult, ConformanceReport } from '../reports/report.ts'
import { createSubjectServers, type SubjectServersOptions } from '../subjects/subject-servers.ts'
import type { ConformanceSubject } from '../subjects/subject.ts'

/** What {@link examine} can be told. */
export interface ExamineOptions extends SubjectServersOptions {
  /** The cases to examine. Default: all of them. */
  readonly cases?: readonly ConformanceCase[]
  /** Called with each result as soon as it is there, which may be in another order than that of the report. */
  readonly onResult?: (result: CaseResult, progress: ExaminationProgress) => void
  /** Stops the examination: the server that is up is stopped, and the examination rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** For how many milliseconds to wait for a response. Default 10000. */
  readonly timeout?: number
  /** What puts requests on the wire. Default: sockets, with that timeout. */
  readonly transport?: Transport
}

/** How far an examination is. */
export interface ExaminationProgress {
  /** The number of cases whose results are there. */
  readonly done: number
  /** The number of cases in all. */
  readonly total: number
}

/**
 * Examines a subject on many cases, and reports the results in the order of the cases.
 *
 * A server is started once for each distinct policy, examined on all cases with that policy, and stopped; never are two
 * servers up at a time.
 *
 * @throws {SubjectError} if a server cannot be stopped
 */
export async function examine(
  subject: ConformanceSubject,
  { cases = conformanceCases, onResult, signal, timeout = 10_000, transport, ...options }: ExamineOptions = {},
): Promise<ConformanceReport> {
  const servers = createSubjectServers(subject, options)
  const wire = abortable(transport ?? createExamTransport({ timeout }), signal)
  const results = new Map<ConformanceCase, CaseResult>()
  try {
    for (const group of groupByAssignment(cases)) {
      for (const conformanceCase of group) {
        signal?.throwIfAborted()
        const result = await examineCase(conformanceCase, servers, wire)
        signal?.throwIfAborted()
        results.set(conformanceCase, result)
        onResult?.(result, { done: results.size, total: cases.length })
      }
      await servers.closeAll()
    }
  } finally {
    await servers.closeAll()
  }
  return createReport(
    subject,
    cases.flatMap((conformanceCase) => results.get(conformanceCase) ?? []),
  )
}

/** Lets go of what is on the wire when the examination is stopped; the user agent's own signals stay as they are. */
function abortable(transport: Transport, signal: AbortSignal | undefined): Transport {
  if (signal === undefined) return transport
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('the examination was stopped', { cause: signal.reason }))
    })
  })
  // Where nothing is on the wire, nobody hears of it.
  stopped.catch(() => undefined)
  return (request) => {
    const signals = request.signal === undefined ? [signal] : [request.signal, signal]
    return Promise.race([transport({ ...request, signal: AbortSignal.any(signals) }), stopped])
  }
}

function groupByAssignment(cases: readonly ConformanceCase[]): Iterable<readonly ConformanceCase[]> {
  const groups = new Map<string, ConformanceCase[]>()
  for (const conformanceCase of cases) {
    const key = JSON.stringify(completeAssignment(conformanceCase.policy))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [conformanceCase])
    else group.push(conformanceCase)
  }
  return groups.values()
}
