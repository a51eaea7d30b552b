import { stripVTControlCharacters } from 'node:util'
import type { CaseResult } from '@corsac/test-kit'
import pc from 'picocolors'
import type { SubjectRun } from './scoreboard-report.ts'

/**
 * Writes down subject by suite, each cell the `must` cases that were passed, of those that apply. A subject in whose
 * suite nothing applies has a dash there.
 */
export function formatTable(runs: readonly SubjectRun[], suites: readonly { readonly id: string }[]): string {
  const rows = [
    ['', 'must', 'should', ...suites.map(({ id }) => id)],
    ...runs.map(({ entry, outcome, release }) => {
      const title = release === null ? entry.id : `${entry.id} ${release.version}`
      if ('notRun' in outcome) return [title, 'not run']
      const { results } = outcome
      const perSuite = suites.map(({ id }) =>
        cell(
          results.filter((result) => result.id.startsWith(`${id}/`)),
          'must',
        ),
      )
      return [title, cell(results, 'must'), cell(results, 'should'), ...perSuite]
    }),
  ]
  // Suites have long names and short cells: the table stands on its side.
  return formatColumns(transpose(rows))
}

function cell(results: readonly CaseResult[], kind: CaseResult['kind']): string {
  const applying = results.filter((result) => result.kind === kind && result.verdict !== 'not-applicable')
  if (applying.length === 0) return '–'
  const passed = applying.filter(({ verdict }) => verdict === 'pass').length
  const text = `${passed}/${applying.length}`
  return passed === applying.length ? pc.green(`✓ ${text}`) : pc.yellow(`✕ ${text}`)
}

function transpose(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [header = []] = rows
  return header.map((_, index) => rows.map((row) => row[index] ?? ''))
}

function formatColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stripVTControlCharacters(row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((text, column) => pad(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stripVTControlCharacters(text).length))
}
