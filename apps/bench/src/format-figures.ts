import pc from 'picocolors'
import { type Figure, misses } from './figure.ts'

/** Writes figures as a table, the pass line beside each that has one. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => ({
    figure,
    name: figure.name,
    value: formatValue(figure.value),
    unit: figure.unit,
  }))
  const widest = (key: 'name' | 'value'): number => Math.max(0, ...rows.map((row) => row[key].length))
  const [nameWidth, valueWidth] = [widest('name'), widest('value')]
  return rows
    .map(({ figure, name, value, unit }) =>
      `  ${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)} ${unit.padEnd(2)}${formatPassLine(figure)}`.trimEnd(),
    )
    .join('\n')
}

function formatPassLine(figure: Figure): string {
  if (figure.atMost === undefined) return ''
  const line = `at most ${formatValue(figure.atMost)} ${figure.unit}`
  return misses(figure) ? `  ${pc.red(`✕ ${line}`)}` : `  ${pc.green('✓')} ${pc.dim(line)}`
}

function formatValue(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en')
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 3 : Math.ceil(Math.log10(value)) })
}
