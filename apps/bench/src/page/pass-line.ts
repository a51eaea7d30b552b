import { type Markup, sign } from '@corsac/page'
import { type Figure, misses } from '../figure.ts'
import type { BenchReport } from '../report-file.ts'

/** The figures of a report that have a pass line, with it. */
export function figuresWithLines({
  figures,
  passLines,
}: Pick<BenchReport, 'figures' | 'passLines'>): readonly Figure[] {
  return figures.flatMap((figure) => {
    const atMost = passLines[figure.name]
    return atMost === undefined ? [] : [{ ...figure, atMost }]
  })
}

/**
 * Finds the value up to which a figure passes.
 *
 * @param start How the name of the figure begins; what follows says how far its rounds are apart.
 */
export function findPassLine({ passLines }: Pick<BenchReport, 'passLines'>, start: string): number | undefined {
  return Object.entries(passLines).find(([name]) => name.startsWith(start))?.[1]
}

/** Says whether a value is within its pass line, as a shape and a word; nothing where it has none. */
export function passSign(value: number, atMost: number | undefined): Markup | null {
  if (atMost === undefined) return null
  return misses({ name: '', unit: '', value, atMost }) ? sign('failed', 'missed') : sign('passed', 'held')
}
