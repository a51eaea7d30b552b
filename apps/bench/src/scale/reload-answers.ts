/** What the process that asks notes of its requests; the index is the same in all. */
export interface ReloadAnswers {
  /** When a request was sent, and its response was there, in milliseconds of {@link now}. */
  readonly sent: Float64Array
  readonly received: Float64Array
  /** The index of the sentinel that asked. */
  readonly sentinels: Uint8Array
  /** What the response means: one of {@link Verdict}. */
  readonly verdicts: Uint8Array
}

/** Whether a response is wholly that of an allowed origin, wholly that of a refused one, or neither. */
export const Verdict = { refused: 0, allowed: 1, neither: 2 } as const

/** Makes room for the answers to a number of requests. */
export function createAnswers(count: number): ReloadAnswers {
  return {
    sent: new Float64Array(count),
    received: new Float64Array(count),
    sentinels: new Uint8Array(count),
    verdicts: new Uint8Array(count),
  }
}

/** The time in milliseconds, by a clock that all processes of a machine share. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
