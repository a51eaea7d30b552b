import type { Comparison, Verdict } from './compare-counts.ts'

/** Says what became of a subject; `null` where there is nothing to say. */
export function describeVerdict(verdict: Verdict): string | null {
  const subject = `${verdict.group}, ${verdict.subject}`
  switch (verdict.kind) {
    case 'held':
    case 'incomparable':
      return null
    case 'better':
      return `${subject}: ${describeFigures(verdict)}.`
    case 'worse':
      return `${subject}: ${describeFigures(verdict)}; at most ${formatFigure(verdict, verdict.atMost)} would pass.`
    case 'unrecorded':
      return `${subject}: is not in the record.`
    case 'missing':
      return `${subject}: is in the record, and was not counted.`
  }
}

/** How far a figure is from the recorded one, with a sign. */
export function formatChange({ recorded, value }: Comparison): string {
  const change = (value - recorded) / Math.abs(recorded)
  return change.toLocaleString('en', { style: 'percent', maximumFractionDigits: 2, signDisplay: 'exceptZero' })
}

function describeFigures(comparison: Comparison): string {
  const [value, recorded] = [comparison.value, comparison.recorded].map((figure) => formatFigure(comparison, figure))
  const change = formatChange(comparison)
  switch (comparison.figure) {
    case 'added':
      return `Corsac adds ${value} instructions, and ${recorded} were recorded (${change})`
    case 'ratio':
      return `Corsac needs ${value} of the instructions that are needed by hand, and ${recorded} was recorded (${change})`
  }
}

function formatFigure({ figure }: Comparison, value: number): string {
  return figure === 'added' ? Math.floor(value).toLocaleString('en') : `${value.toFixed(3)} ×`
}
