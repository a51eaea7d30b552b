import { type CaseOutcome, caseOutcome, outcomesByUrgency, outcomeSigns } from './case-outcome.ts'
import { formatResult } from './format-result.ts'
import { groupByReason, nameSubjects } from './report-parts.ts'
import { type ReadingOptions, summarizeReport } from './report-summary.ts'
import type { CaseResult, ConformanceReport } from './report.ts'

/** What is missed of good practice, and what only differs, is folded up; what failed is open. */
const OPEN: ReadonlySet<CaseOutcome> = new Set(['not-examined', 'no-answer', 'failed'])

/**
 * Writes a report as Markdown, for the summary of a job or a comment: the sums as a table, then what is not as it should be,
 * the most urgent first.
 */
export function formatMarkdown(report: ConformanceReport, { strict = false }: ReadingOptions = {}): string {
  const { kinds, sentence } = summarizeReport(report, { strict })
  const present = outcomesByUrgency
    .toReversed()
    .filter((outcome) => kinds.some(({ counts }) => counts.some((count) => count.outcome === outcome)))
  const rows = kinds.map(({ counts, kind, total }) => [
    kind,
    String(total),
    ...present.map((outcome) => String(counts.find((count) => count.outcome === outcome)?.count ?? 0)),
  ])
  const heads = [
    '',
    'cases',
    ...present.map((outcome) => `${outcomeSigns[outcome].sign} ${outcomeSigns[outcome].word}`),
  ]
  const sections = outcomesByUrgency.map((outcome) => {
    const results = report.results.filter((result) => caseOutcome(result, strict) === outcome)
    return results.length === 0 ? '' : formatOutcome(outcome, results)
  })
  const blocks = [
    `## CORS conformance of ${escape(nameSubjects(report))}`,
    `**${sentence}**`,
    [row(heads), row(['---', ...heads.slice(1).map(() => '--:')]), ...rows.map(row)].join('\n'),
    ...sections.filter((section) => section !== ''),
    `${report.tool} ${report.version}, ${report.date}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

function formatOutcome(outcome: CaseOutcome, results: readonly CaseResult[]): string {
  const { sign, word } = outcomeSigns[outcome]
  const head = `${sign} ${results.length} ${word}`
  if (outcome === 'passed') return ''
  if (outcome === 'not-applicable') return fold(head, formatReasons(results))
  const blocks = results.map(formatCase).join('\n\n')
  return OPEN.has(outcome) ? `### ${head}\n\n${blocks}` : fold(head, blocks)
}

function formatCase(result: CaseResult): string {
  return [`**\`${result.id}\`** (${result.kind}): ${escape(result.requirement)}`, fence(formatResult(result))].join(
    '\n\n',
  )
}

function formatReasons(results: readonly CaseResult[]): string {
  return groupByReason(results)
    .map(({ ids, reason }) => `- ${escape(reason)}: ${ids.map((id) => `\`${id}\``).join(', ')}`)
    .join('\n')
}

function fold(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`
}

/** The fence is longer than any that the text has in it. */
function fence(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length)
  const ticks = '`'.repeat(Math.max(2, ...runs) + 1)
  return `${ticks}text\n${text}\n${ticks}`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Takes text for text, not for markup. */
function escape(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll(/[\\`*_{}[\]<>()#+!|~&-]/g, String.raw`\$&`)
}
