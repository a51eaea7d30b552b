import { type ReloadAnswers, Verdict } from './reload-answers.ts'
import { allowsSentinel } from './reload-sentinels.ts'

/** What the answers came to. */
export interface AnswersJudged {
  readonly wrong: number
  /** How many could be right in one way only. */
  readonly decisive: number
}

/**
 * Holds answers against the policies that were current while their requests were under way.
 *
 * @param since When each policy became current; one is so until the next.
 */
export function judgeAnswers(
  { received, sent, sentinels, verdicts }: ReloadAnswers,
  since: readonly number[],
): AnswersJudged {
  let wrong = 0
  let decisive = 0
  for (const [index, verdict] of verdicts.entries()) {
    const first = Math.max(0, countUpTo(since, sent[index] ?? Number.NaN) - 1)
    const last = Math.max(0, countUpTo(since, received[index] ?? Number.NaN) - 1)
    if (first === last) decisive++
    // Whoever asks while a policy is replaced may be answered by either: one of them allows the sentinel, one does not.
    const right = first === last ? verdictOf(first, sentinels[index] ?? 0) === verdict : verdict !== Verdict.neither
    if (!right) wrong++
  }
  return { wrong, decisive }
}

function verdictOf(generation: number, sentinel: number): number {
  return allowsSentinel(generation, sentinel) ? Verdict.allowed : Verdict.refused
}

/** Counts how many of the ascending times are not after a time. */
function countUpTo(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? Number.NaN) <= time) low = middle + 1
    else high = middle
  }
  return low
}
