import { stringify } from 'yaml'
import { type CaseOutcome, caseOutcome } from './case-outcome.ts'
import { formatResult } from './format-result.ts'
import { toPlainText } from './plain-text.ts'
import { nameSubjects } from './report-parts.ts'
import { type ReadingOptions, summarizeReport } from './report-summary.ts'
import type { CaseResult, ConformanceReport } from './report.ts'

/**
 * Writes a report in the Test Anything Protocol, version 14.
 *
 * A case that failed, and one that a broken subject did not answer, is `not ok`; the `verdict` in its diagnostics tells
 * them apart. What does not apply is `# SKIP`, with the reason; what is missed of good practice is `not ok … # TODO`, which
 * fails nothing. A broken examiner ends in `Bail out!`.
 *
 * @see https://testanything.org/tap-version-14-specification.html
 */
export function formatTap(report: ConformanceReport, { strict = false }: ReadingOptions = {}): string {
  const { exitCode, sentence } = summarizeReport(report, { strict })
  const { results } = report
  return [
    'TAP version 14',
    `1..${results.length}`,
    `# CORS conformance of ${toLine(nameSubjects(report))}`,
    ...results.flatMap((result, index) => formatPoint(result, index + 1, caseOutcome(result, strict))),
    `# ${sentence}`,
    ...(exitCode === 4 ? [`Bail out! ${sentence}`] : []),
    '',
  ].join('\n')
}

function formatPoint(result: CaseResult, number: number, outcome: CaseOutcome): readonly string[] {
  const { duration, id, kind, requirement, spec, verdict, why = 'no reason given' } = result
  const name = `${number} - ${escape(`${id}: ${requirement}`)}`
  const diagnostics = { verdict, kind, duration_ms: duration, spec, message: formatResult(result) }
  switch (outcome) {
    case 'passed':
      return [`ok ${name}`]
    case 'not-applicable':
      return [`ok ${name} # SKIP ${escape(why)}`]
    case 'differs':
      return [`ok ${name}`, ...formatDiagnostics(diagnostics)]
    case 'warned':
      return [`not ok ${name} # TODO good practice`, ...formatDiagnostics(diagnostics)]
    case 'failed':
    case 'no-answer':
    case 'not-examined':
      return [`not ok ${name}`, ...formatDiagnostics(diagnostics)]
  }
}

function formatDiagnostics(diagnostics: Readonly<Record<string, unknown>>): readonly string[] {
  const lines = stringify(diagnostics, { lineWidth: 0 }).trimEnd().split('\n')
  return ['---', ...lines, '...'].map((line) => `  ${line}`)
}

/** In a description, `#` would begin a directive. */
function escape(text: string): string {
  return toLine(text).replaceAll(/[\\#]/g, String.raw`\$&`)
}

function toLine(text: string): string {
  return toPlainText(text).replaceAll('\n', ' ')
}
