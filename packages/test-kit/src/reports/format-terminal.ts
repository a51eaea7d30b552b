import { type CaseOutcome, caseOutcome, outcomesByUrgency, outcomeSigns } from './case-outcome.ts'
import { createPaint, type Paint, type Tone } from './paint.ts'
import { toPlainText } from './plain-text.ts'
import { groupByReason, nameSubjects } from './report-parts.ts'
import { type KindSummary, type ReadingOptions, summarizeReport } from './report-summary.ts'
import type { CaseResult, ConformanceReport } from './report.ts'
import { describeResult, formatMiss, type ResultLine } from './result-lines.ts'

/** What {@link formatTerminal} can be told. */
export interface TerminalOptions extends ReadingOptions {
  /** Whether to use the colours of terminals. Default `false`. */
  readonly color?: boolean
}

const OUTCOME_TONES: Readonly<Record<CaseOutcome, Tone>> = {
  passed: 'green',
  failed: 'red',
  warned: 'yellow',
  differs: 'blue',
  'not-applicable': 'gray',
  'no-answer': 'magenta',
  'not-examined': 'magenta',
}

const LINE_TONES: Readonly<Record<ResultLine['tone'], Tone>> = {
  policy: 'gray',
  why: 'bold',
  miss: 'bold',
  label: 'underline',
  message: 'cyan',
  header: 'gray',
  'cors-header': [],
  readable: 'cyan',
  withheld: 'red',
  mending: 'green',
  anchor: 'gray',
}

/**
 * Writes a report for a terminal: what is not as it should be, the most urgent last, each with the exchange, what a browser
 * makes of it, how to mend it and where to read on; then the sums.
 */
export function formatTerminal(
  report: ConformanceReport,
  { color = false, strict = false }: TerminalOptions = {},
): string {
  const paint = createPaint(color)
  const { kinds, sentence } = summarizeReport(report, { strict })
  const withOutcome = (outcome: CaseOutcome) =>
    report.results.filter((result) => caseOutcome(result, strict) === outcome)
  const blocks = outcomesByUrgency
    .toReversed()
    .map((outcome) => formatOutcome(outcome, withOutcome(outcome), paint))
    .filter((block) => block !== '')
  const sums = [
    paint('bold', `CORS conformance of ${nameSubjects(report)}`),
    ...kinds.filter(({ total }) => total > 0).map((kind) => `  ${formatKind(kind, paint)}`),
    paint('bold', sentence),
  ].join('\n')
  return [...blocks, sums].join('\n\n') + '\n'
}

function formatOutcome(outcome: CaseOutcome, results: readonly CaseResult[], paint: Paint): string {
  switch (outcome) {
    case 'passed':
      return ''
    case 'not-applicable':
      return formatReasons(results, paint)
    case 'differs':
      return results.map((result) => formatBriefly(outcome, result, paint)).join('\n')
    case 'warned':
    case 'failed':
    case 'no-answer':
    case 'not-examined':
      return results.map((result) => formatFully(outcome, result, paint)).join('\n\n')
  }
}

/** What does not apply is told by reason, because a reason as a rule holds for many cases. */
function formatReasons(results: readonly CaseResult[], paint: Paint): string {
  return groupByReason(results)
    .map(({ ids, reason }) => {
      const sign = formatSign('not-applicable', paint)
      return `${sign} ${ids.length} not applicable: ${reason}\n    ${paint('gray', ids.join(' '))}`
    })
    .join('\n')
}

function formatBriefly(outcome: CaseOutcome, result: CaseResult, paint: Paint): string {
  return [
    formatTitle(outcome, result, paint),
    ...result.misses.map((miss) => `    ${toPlainText(formatMiss(miss))}`),
  ].join('\n')
}

function formatFully(outcome: CaseOutcome, result: CaseResult, paint: Paint): string {
  const lines = describeResult(result).map(
    ({ depth, text, tone }) => '  '.repeat(depth + 2) + paint(LINE_TONES[tone], text),
  )
  return [formatTitle(outcome, result, paint), ...lines].join('\n')
}

function formatTitle(outcome: CaseOutcome, { id, kind, requirement }: CaseResult, paint: Paint): string {
  return `${formatSign(outcome, paint)} ${paint('bold', id)} (${kind}): ${requirement}`
}

function formatSign(outcome: CaseOutcome, paint: Paint): string {
  return paint(OUTCOME_TONES[outcome], outcomeSigns[outcome].sign)
}

function formatKind({ counts, kind, total }: KindSummary, paint: Paint): string {
  const words = counts.toReversed().map(({ count, outcome }) => {
    const { sign, word } = outcomeSigns[outcome]
    return paint(OUTCOME_TONES[outcome], `${sign} ${count} ${word}`)
  })
  return `${kind.padEnd(8)}${String(total).padStart(4)}: ${words.join(', ')}`
}
