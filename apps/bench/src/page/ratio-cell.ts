import { html, type Markup } from '@corsac/page'
import { formatRange, formatRatio } from './format-number.ts'
import { passSign } from './pass-line.ts'

/** A ratio, as its rounds have it: the median, and the quarters of the rounds that are below and above. */
export interface ShownRatio {
  readonly median: number
  readonly low: number
  readonly high: number
}

/**
 * Shows a ratio, how far its rounds are apart, and whether it is within its pass line.
 *
 * @param ratio `null` where the noise is larger than what it would be divided by.
 */
export function ratioCell(ratio: ShownRatio | null, limit: number | undefined): Markup | string {
  if (ratio === null) return 'below the noise'
  const { high, low, median } = ratio
  return html`${formatRatio(median)} ${passSign(median, limit)} <span class="count">${formatRange(low, high)}</span>`
}
