import type { CaseKind } from './conformance-case.ts'
import { formatMiss } from './format-result.ts'
import type { CaseResult, ConformanceReport } from './report.ts'

const KINDS: readonly CaseKind[] = ['must', 'should', 'observe']

/** Writes a report down as plain text: the sums first, then every case that did not simply pass. */
export function formatReport({ results, subjects }: ConformanceReport): string {
  const names = subjects.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`)).join(', ')
  const notable = results.filter(({ verdict }) => verdict !== 'pass')
  return [
    `${names}: ${results.length} case${results.length === 1 ? '' : 's'}`,
    ...KINDS.map((kind) => `  ${kind.padEnd(8)}${formatSums(results.filter((result) => result.kind === kind))}`),
    ...(notable.length === 0 ? [] : ['']),
    ...notable.flatMap(formatNotable),
    '',
  ].join('\n')
}

function formatSums(results: readonly CaseResult[]): string {
  const passed = results.filter(({ verdict }) => verdict === 'pass').length
  const words = results.filter(({ verdict }) => verdict !== 'pass').map(describeVerdict)
  const rest = [...new Set(words)].map((word) => `${words.filter((other) => other === word).length} ${word}`)
  return [`${passed} of ${results.length} passed`, ...rest].join(', ')
}

function formatNotable(result: CaseResult): readonly string[] {
  return [
    `${symbolOf(result)} ${result.id} (${result.kind}): ${result.requirement}`,
    ...(result.why === undefined ? [] : [`    ${describeVerdict(result)}: ${result.why}`]),
    ...result.misses.map((miss) => `    ${formatMiss(miss)}`),
  ]
}

/** Puts a verdict into words. What is only observed does not fail: it differs. */
function describeVerdict({ kind, verdict }: CaseResult): string {
  switch (verdict) {
    case 'pass':
      return 'passed'
    case 'fail':
      return kind === 'observe' ? 'differ' : 'failed'
    case 'not-applicable':
      return 'not applicable'
    case 'subject-error':
      return 'without an answer'
    case 'examiner-error':
      return 'not examined'
  }
}

function symbolOf({ kind, verdict }: CaseResult): string {
  if (verdict === 'not-applicable') return '–'
  if (verdict === 'fail' && kind !== 'must') return kind === 'should' ? '!' : '≠'
  return '✕'
}
