import pc from 'picocolors'
import type { Verdict } from './compare-counts.ts'
import type { InstructionCounts } from './counted-subject.ts'
import { formatChange } from './describe-verdict.ts'

const HEADINGS = ['', 'bare', 'by hand', 'Corsac', '× by hand', 'since the record']

/**
 * Writes the counts of a group as a table: the instructions of a bare call, what is added by hand and by Corsac, what the
 * whole call has with Corsac by what it has by hand, and how far Corsac is from the record.
 */
export function formatCounts(
  group: string,
  counts: Readonly<Record<string, InstructionCounts>>,
  verdicts: readonly Verdict[],
): string {
  const rows = [
    HEADINGS,
    ...Object.entries(counts).map(([subject, { bare, byHand, corsac }]) => [
      subject,
      formatCount(bare),
      byHand === null ? '' : formatAdded(byHand - bare),
      formatAdded(corsac - bare),
      byHand === null ? '' : (corsac / byHand).toFixed(3),
      formatVerdict(verdicts.find((verdict) => verdict.group === group && verdict.subject === subject)),
    ]),
  ]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  const [headings = '', ...body] = lines.map((line) => `  ${line}`)
  return [pc.bold(group), pc.dim(headings), ...body].join('\n')
}

function formatVerdict(verdict: Verdict | undefined): string {
  switch (verdict?.kind) {
    case undefined:
    case 'missing':
      return ''
    case 'held':
      return `✓ ${formatChange(verdict)}`
    case 'better':
      return `✓ ${formatChange(verdict)}`
    case 'worse':
      return `✕ ${formatChange(verdict)}`
    case 'unrecorded':
      return '✕ not in it'
    case 'incomparable':
      return 'another Node'
  }
}

function formatCount(count: number): string {
  return count.toLocaleString('en')
}

function formatAdded(count: number): string {
  return count.toLocaleString('en', { signDisplay: 'exceptZero' })
}
