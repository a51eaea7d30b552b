/** One measured value. */
export interface Figure {
  /** What was measured, readable alone. */
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The value up to which the measurement passes; absent where it only informs. */
  readonly atMost?: number
}

/** Tells whether a figure is past its pass line. */
export function misses({ value, atMost }: Figure): boolean {
  return atMost !== undefined && !(value <= atMost)
}
