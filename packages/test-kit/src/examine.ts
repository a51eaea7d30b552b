import type { Transport } from '@corsac/user-agent'
import type { ConformanceCase } from './conformance-case.ts'
import { createReport } from './conformance-report.ts'
import { conformanceCases } from './conformance-suites.ts'
import { completeAssignment } from './exam-policy.ts'
import { examineCase } from './examine-case.ts'
import type { CaseResult, ConformanceReport } from './report.ts'
import { createSubjectServers, type SubjectServersOptions } from './subject-servers.ts'
import type { ConformanceSubject } from './subject.ts'

/** What {@link examine} can be told. */
export interface ExamineOptions extends SubjectServersOptions {
  /** The cases to examine. Default: all of them. */
  readonly cases?: readonly ConformanceCase[]
  /** Called with each result as soon as it is there, which may be in another order than that of the report. */
  readonly onResult?: (result: CaseResult) => void
  /** What puts requests on the wire. Default: sockets. */
  readonly transport?: Transport
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
  { cases = conformanceCases, onResult, transport, ...options }: ExamineOptions = {},
): Promise<ConformanceReport> {
  const servers = createSubjectServers(subject, options)
  const results = new Map<ConformanceCase, CaseResult>()
  try {
    for (const group of groupByAssignment(cases)) {
      for (const conformanceCase of group) {
        const result = await examineCase(conformanceCase, servers, transport)
        results.set(conformanceCase, result)
        onResult?.(result)
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
