import { stripVTControlCharacters } from 'node:util'
import type { CaseResult } from '@corsac/test-kit'
import pc from 'picocolors'

/** What stands in one column. */
export interface TableColumn {
  readonly title: string
  /** The results of all cases; `null` where there are none. */
  readonly results: readonly CaseResult[] | null
}

const GAP = '  '

/**
 * Writes down suite by subject, each cell the `must` cases that were passed, of those that apply. A subject in whose
 * suite nothing applies has a dash there. The columns are numbered, and stand below each other where they are too many
 * for the width.
 */
export function formatTable(
  columns: readonly TableColumn[],
  suites: readonly { readonly id: string }[],
  width: number,
): string {
  // Suites have long names and short cells: each is a row.
  const heads = ['', 'must', 'should', ...suites.map(({ id }) => id)]
  const headWidth = Math.max(...heads.map(widthOf))
  const numbered = columns.map((column, index) => cellsOf(column, index, suites))
  const names = columns.map(
    ({ title }, index) => `${String(index + 1).padStart(String(columns.length).length)}  ${title}`,
  )
  const tables = fit(numbered, width - headWidth).map((some) => formatColumns([heads, ...some]))
  return [names.join('\n'), ...tables].join('\n\n')
}

function cellsOf(
  { results }: TableColumn,
  index: number,
  suites: readonly { readonly id: string }[],
): readonly string[] {
  const number = String(index + 1)
  if (results === null) return [number, 'not run']
  const perSuite = suites.map(({ id }) => {
    const own = results.filter((result) => result.id.startsWith(`${id}/`))
    return cell(own, 'must')
  })
  return [number, cell(results, 'must'), cell(results, 'should'), ...perSuite]
}

function cell(results: readonly CaseResult[], kind: CaseResult['kind']): string {
  const applying = results.filter((result) => result.kind === kind && result.verdict !== 'not-applicable')
  if (applying.length === 0) return '–'
  const passed = applying.filter(({ verdict }) => verdict === 'pass').length
  const text = `${passed}/${applying.length}`
  return passed === applying.length ? pc.green(`✓ ${text}`) : pc.yellow(`✕ ${text}`)
}

/** Parts columns into groups that have room beside each other; one has, however wide. */
function fit(columns: readonly (readonly string[])[], width: number): readonly (readonly (readonly string[])[])[] {
  const groups: (readonly string[])[][] = []
  let left = 0
  for (const column of columns) {
    const needed = GAP.length + Math.max(...column.map(widthOf))
    const group = groups.at(-1)
    if (group === undefined || needed > left) {
      groups.push([column])
      left = width - needed
    } else {
      group.push(column)
      left -= needed
    }
  }
  return groups
}

function formatColumns(columns: readonly (readonly string[])[]): string {
  const [heads = []] = columns
  const widths = columns.map((column) => Math.max(...column.map(widthOf)))
  return heads
    .map((_, row) =>
      columns
        .map((column, index) => pad(column[row] ?? '', widths[index] ?? 0))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n')
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length
}
