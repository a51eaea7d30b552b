import type { CorsConfigIssue } from './cors-config-issue.ts'
import { describeValue } from './describe-value.ts'

/** Takes note of one mistake. */
export type ReportIssue = (issue: CorsConfigIssue) => void

/**
 * Reads the own, enumerable properties of an object once, so that what is validated is what is used: a getter is called
 * only here, and nothing is inherited.
 *
 * @returns The properties in their order, or `null` where the value is no object or refuses to be read.
 */
export function readOwnProperties(input: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null
  try {
    return new Map(Object.entries(input))
  } catch {
    return null
  }
}

/** Reads a switch that is `true` or `false`. */
export function readBoolean(value: unknown, path: string, report: ReportIssue): boolean {
  if (typeof value !== 'boolean') reportWrongType(value, path, 'true or false', report)
  return value === true
}

/** Copies a list; anything that is not an array is reported, a single text with the list that was meant. */
export function readList(value: unknown, path: string, expected: string, report: ReportIssue): readonly unknown[] {
  if (Array.isArray(value)) return Array.from<unknown>(value)
  if (typeof value === 'string') {
    report({
      code: 'list-expected',
      path,
      value,
      message: `${path} is the text ${describeValue(value)}: write ${value === '' ? expected : `a list, [${describeValue(value)}]`}`,
    })
  } else {
    reportWrongType(value, path, expected, report)
  }
  return []
}

/** Reports a value of another type than the key has, `undefined` by what usually causes it. */
export function reportWrongType(value: unknown, path: string, expected: string, report: ReportIssue): void {
  if (value === undefined) {
    report({
      code: 'value-undefined',
      path,
      value,
      message: `${path} is undefined, as a missing environment variable is: write ${expected}, or leave it out`,
    })
  } else {
    report({
      code: 'value-of-wrong-type',
      path,
      value,
      message: `${path} is ${describeValue(value)}: write ${expected}`,
    })
  }
}
