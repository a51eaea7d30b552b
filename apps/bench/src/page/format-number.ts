const MINUS = '−'
/** Between a number and its unit, where no line may end. */
const SPACE = '\u00a0'

/** Writes a number as a whole one, as `45,182` or `−13`. */
export function formatWhole(value: number): string {
  return withSign(value, (amount) => Math.round(amount).toLocaleString('en'))
}

/** Writes a number with three digits that count, and all of a larger one: `0.847`, `12.3`, `4,261`. */
export function formatNumber(value: number): string {
  return withSign(value, (amount) =>
    amount >= 100
      ? Math.round(amount).toLocaleString('en')
      : amount.toLocaleString('en', { maximumSignificantDigits: 3 }),
  )
}

/** Writes a ratio, as `0.85 ×`. */
export function formatRatio(value: number): string {
  return Number.isFinite(value) ? `${formatFactor(value)}${SPACE}×` : formatFactor(value)
}

/** Writes from where to where a ratio goes, as `0.72 to 0.91`. */
export function formatRange(low: number, high: number): string {
  return `${formatFactor(low)}${SPACE}to${SPACE}${formatFactor(high)}`
}

function formatFactor(value: number): string {
  return withSign(value, (amount) => (amount < 10 ? amount.toFixed(2) : formatNumber(amount)))
}

/** Writes bytes, as `640 B` or `17.6 kB`, a kilobyte being 1000 bytes as in the budgets of bundlers. */
export function formatBytes(value: number): string {
  return value < 1000 ? `${Math.round(value)}${SPACE}B` : `${formatNumber(value / 1000)}${SPACE}kB`
}

/** Writes nanoseconds in the unit in which they are short, as `830 ns`, `4.26 µs`, `1.5 ms`. */
export function formatTime(nanoseconds: number): string {
  const amount = Math.abs(nanoseconds)
  if (amount < 1000) return `${formatNumber(nanoseconds)}${SPACE}ns`
  if (amount < 1e6) return `${formatNumber(nanoseconds / 1e3)}${SPACE}µs`
  return amount < 1e9 ? `${formatNumber(nanoseconds / 1e6)}${SPACE}ms` : `${formatNumber(nanoseconds / 1e9)}${SPACE}s`
}

/** JSON has no number for what could not be divided. */
function withSign(value: number, format: (amount: number) => string): string {
  if (!Number.isFinite(value)) return '–'
  const text = format(Math.abs(value))
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text
}
