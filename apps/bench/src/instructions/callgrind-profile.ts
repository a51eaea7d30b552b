/**
 * Reads how many instructions a profile of callgrind holds.
 *
 * They are in its last line: the summary at its head counts other threads, too, and what the profiler was told to forget.
 *
 * @throws {Error} If it is none.
 */
export function readInstructionTotal(profile: string): number {
  const [, total] = /^totals: (\d+)$/m.exec(profile) ?? []
  if (total === undefined) throw new Error('A profile of callgrind has no line of totals.')
  return Number(total)
}
