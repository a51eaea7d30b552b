import { type ReportIssue, reportWrongType } from './config-reader.ts'
import { describeValue } from './describe-value.ts'

/** The longest that every browser caches a preflight. */
export const MAX_MAX_AGE = 86_400

const EXPECTED_MAX_AGE = `a whole number of seconds from 0 to ${MAX_MAX_AGE}`

/** Reads `maxAge`; `0` is a value like any other. */
export function readMaxAge(value: unknown, report: ReportIssue): number {
  if (typeof value !== 'number') {
    const expected = isMaxAgeInQuotes(value) ? `the number ${value}, without quotes` : EXPECTED_MAX_AGE
    reportWrongType(value, 'maxAge', expected, report)
    return 0
  }
  if (!Number.isInteger(value) || value < 0 || value > MAX_MAX_AGE || Object.is(value, -0)) {
    const cause = Number.isNaN(value) ? ', as the number of a missing environment variable is' : ''
    const message = `maxAge is ${describeValue(value)}${cause}: write ${EXPECTED_MAX_AGE}, ${reasonForRange(value)}`
    report({ code: 'max-age-out-of-range', path: 'maxAge', value, message })
  }
  return value
}

function isMaxAgeInQuotes(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,5}$/.test(value) && Number(value) <= MAX_MAX_AGE
}

function reasonForRange(value: number): string {
  if (!(value > MAX_MAX_AGE)) return 'where 0 turns the caching of preflights off'
  const seconds = value / 1000
  const hint =
    Number.isInteger(seconds) && seconds <= MAX_MAX_AGE ? `; ${value} milliseconds are ${seconds} seconds` : ''
  return `which is the most that every browser honours${hint}`
}

/** Reads `preflightStatus`. */
export function readPreflightStatus(value: unknown, report: ReportIssue): 200 | 204 {
  if (value === 200 || value === 204) return value
  if (typeof value === 'number') {
    const message = `preflightStatus is ${describeValue(value)}: write 204, or 200 for clients that know no other`
    report({ code: 'preflight-status-unsupported', path: 'preflightStatus', value, message })
  } else {
    const isInQuotes = value === '200' || value === '204'
    reportWrongType(value, 'preflightStatus', isInQuotes ? `the number ${value}, without quotes` : '204 or 200', report)
  }
  return 204
}
