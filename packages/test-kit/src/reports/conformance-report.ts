import packageJson from '../../package.json' with { type: 'json' }
import type { CaseKind } from '../cases/conformance-case.ts'
import type { CaseResult, ConformanceReport, Verdict } from './report.ts'
import type { ConformanceSubject } from '../subjects/subject.ts'

const KINDS: readonly CaseKind[] = ['must', 'should', 'observe']
const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'not-applicable', 'subject-error', 'examiner-error']

/** Makes the report of an examination from the results of its cases. */
export function createReport(subject: ConformanceSubject, results: readonly CaseResult[]): ConformanceReport {
  const { name, version } = subject
  return {
    tool: '@corsac/test-kit',
    version: packageJson.version,
    date: new Date().toISOString(),
    machine: { platform: process.platform, arch: process.arch, node: process.versions.node },
    subjects: [version === undefined ? { name } : { name, version }],
    figures: KINDS.flatMap((kind) =>
      VERDICTS.map((verdict) => ({
        name: `${kind}: ${verdict}`,
        value: results.filter((result) => result.kind === kind && result.verdict === verdict).length,
        unit: 'cases',
      })),
    ),
    results,
  }
}
