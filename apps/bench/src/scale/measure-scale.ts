import type { Figure } from '../figure.ts'
import type { SectionOutcome } from '../sections.ts'
import { subjects } from './all-subjects.ts'
import { runScript } from './run-script.ts'
import type { ScaleResults, ScaleRow } from './scale-results.ts'

const COUNTS = [10, 100, 1000, 10_000, 100_000, 1_000_000]
const QUICK_COUNTS = [10, 1000, 100_000]
/** The lists of which every figure is printed, and not only the times of a request. */
const PRINTED_WHOLE = [10_000, 1_000_000]
const GOALS = { ratio: 2, definitionMs: 3000, bytesPerOrigin: 150 } as const

/** Measures what origins cost by their number, for every subject, one process after the other. */
export async function measureScale(quick: boolean): Promise<SectionOutcome> {
  const rows: ScaleRow[] = []
  for (const name of Object.keys(subjects)) rows.push(...(await runSubject(name, quick)))
  return { figures: figuresOf(rows), results: { scale: rows } }
}

async function runSubject(name: string, quick: boolean): Promise<ScaleResults> {
  const counts = quick ? QUICK_COUNTS : COUNTS
  const rows = await runScript('run-subject.ts', [name, counts.join(','), quick ? 'quick' : 'thorough'])
  if (!isRows(rows)) throw new Error(`The process that measured ${name} wrote something else.`)
  return rows
}

function isRows(value: unknown): value is ScaleResults {
  return (
    Array.isArray(value) && value.every((row: unknown) => typeof row === 'object' && row !== null && 'hitNs' in row)
  )
}

function figuresOf(rows: ScaleResults): readonly Figure[] {
  return rows.flatMap((row) => {
    const first = rows.find(({ subject }) => subject === row.subject) ?? row
    return [...figuresOfRow(row), ...(isJudged(row) ? judge(row, first) : [])]
  })
}

function figuresOfRow(row: ScaleRow): readonly Figure[] {
  const { bytesPerOrigin, count, definitionMs, hitNs, kind, missNs, subject } = row
  const name = `${subject}, ${count.toLocaleString('en')} origins`
  const unit = kind === 'decision' ? 'ns' : 'ns more'
  return [
    timeFigure(`${name}: listed`, hitNs, unit),
    timeFigure(`${name}: not listed`, missNs, unit),
    ...(PRINTED_WHOLE.includes(count) && !isJudged(row)
      ? [
          { name: `${name}: definition`, value: definitionMs, unit: 'ms' },
          { name: `${name}: memory of one`, value: bytesPerOrigin, unit: 'B' },
        ]
      : []),
  ]
}

/** Tells whether the goals are for a row. */
function isJudged({ subject }: ScaleRow): boolean {
  return subject.startsWith('Corsac')
}

function timeFigure(name: string, value: number | null, unit: string): Figure {
  return value === null
    ? { name: `${name} (below the noise)`, value: 0, unit }
    : { name, value: Math.round(value), unit }
}

function judge(row: ScaleRow, first: ScaleRow): readonly Figure[] {
  const { bytesPerOrigin, count, definitionMs, subject } = row
  if (!PRINTED_WHOLE.includes(count)) return []
  const isLongest = count === PRINTED_WHOLE.at(-1)
  const name = `${subject}, ${count.toLocaleString('en')} origins`
  return [
    { name: `${name}: definition`, value: definitionMs, unit: 'ms', ...(isLongest && { atMost: GOALS.definitionMs }) },
    { name: `${name}: memory of one`, value: bytesPerOrigin, unit: 'B', atMost: GOALS.bytesPerOrigin },
    ...ratioFigures(`${name}: listed, to a list of ${first.count}`, row.hitNs, first.hitNs, isLongest),
    ...ratioFigures(`${name}: not listed, to a list of ${first.count}`, row.missNs, first.missNs, isLongest),
  ]
}

function ratioFigures(name: string, time: number | null, first: number | null, isLongest: boolean): readonly Figure[] {
  if (time === null || first === null) return []
  return [{ name, value: time / first, unit: '×', ...(isLongest && { atMost: GOALS.ratio }) }]
}
