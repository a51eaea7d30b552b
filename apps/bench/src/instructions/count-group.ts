import { CALLS_IN_A_WINDOW, WINDOWS } from './counting-window.ts'
import { type CountedKind, countedKinds, type InstructionCounts } from './counted-subject.ts'
import { runCallgrind } from './run-callgrind.ts'

/** Counts the subjects of a group, each by its name. */
export async function countGroup(script: string, group: string): Promise<Readonly<Record<string, InstructionCounts>>> {
  const { output, totals } = await runCallgrind(script, [group])
  return readCounts(output, totals)
}

/**
 * Puts together what a group has run and what was counted meanwhile.
 *
 * @param output What the group has run, in JSON: pairs of a subject and a kind, in order.
 * @param totals What was counted in each window, in order.
 * @throws {Error} If the two do not belong together.
 */
export function readCounts(output: string, totals: readonly number[]): Readonly<Record<string, InstructionCounts>> {
  const counted: unknown = JSON.parse(output)
  if (!isCounted(counted) || counted.length * WINDOWS !== totals.length)
    throw new Error(`Valgrind wrote ${totals.length} counts of: ${output}`)
  const counts: Record<string, Partial<Record<CountedKind, number>>> = {}
  for (const [index, [subject, kind]] of counted.entries()) {
    const windows = totals.slice(index * WINDOWS, (index + 1) * WINDOWS)
    counts[subject] = { ...counts[subject], [kind]: Math.round(Math.min(...windows) / CALLS_IN_A_WINDOW) }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([subject, { bare = Number.NaN, byHand = null, corsac = Number.NaN }]) => [
      subject,
      { bare, byHand, corsac },
    ]),
  )
}

function isCounted(value: unknown): value is readonly (readonly [subject: string, kind: CountedKind])[] {
  return Array.isArray(value) && value.every(isPair)
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'string' && countedKinds.some((kind) => kind === value[1])
}
