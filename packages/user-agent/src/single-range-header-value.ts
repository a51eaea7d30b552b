import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'

/** A range of bytes; an end that is left open is `null`. */
export interface SingleRange {
  /** The first byte; `null` for a suffix such as `bytes=-500`. */
  readonly start: bigint | null
  /** The last byte; `null` for everything from the start on. */
  readonly end: bigint | null
}

/**
 * Parses the value of a `Range` header with one range and no whitespace, or gives `null` where the parser fails.
 *
 * The positions are big integers, because a safelisted value has room for far more digits than a double holds.
 *
 * @see https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function parseSingleRangeHeaderValue(
  value: string,
  { rangePositionLimit, rangeUnitIgnoresCase }: EngineQuirks = STANDARD_BEHAVIOUR,
): SingleRange | null {
  const match = /^(?<unit>bytes)=(?<start>[0-9]*)-(?<end>[0-9]*)$/i.exec(value)
  if (match === null || (match.groups?.unit !== 'bytes' && !rangeUnitIgnoresCase)) return null
  const start = parsePosition(match.groups?.start)
  const end = parsePosition(match.groups?.end)
  if (start === null && end === null) return null
  if (start !== null && end !== null && start > end) return null
  const last = end ?? start
  if (last !== null && rangePositionLimit !== null && last > BigInt(rangePositionLimit)) return null
  return { start, end }
}

function parsePosition(digits: string | undefined): bigint | null {
  return digits === undefined || digits === '' ? null : BigInt(digits)
}
