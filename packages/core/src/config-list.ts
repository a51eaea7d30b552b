import { attempt, isArray } from './attempt.ts'
import { readValue, type ReportIssue, reportWrongType } from './config-reader.ts'
import { describeList, describeValue } from './describe-value.ts'

/** An entry of a list, and where it stands. */
export interface ListEntry {
  readonly index: number
  readonly value: unknown
}

/** More entries than anybody has; fewer than a `Set` can hold. */
export const MAX_LIST_LENGTH = 10_000_000

/** What a message says of one list. */
export interface ListWords {
  /** What to write where there is no list, after "write". */
  readonly expected: string
  /** What to write where a text holds several entries, after "write" and the list that was meant. */
  readonly severalInText?: string
}

/**
 * Copies a list entry by entry, once; places that were left empty, as by a comma too many, are reported and left out.
 *
 * @returns The entries, or `null` where the value is no list, which is reported too.
 */
export function readList(
  value: unknown,
  path: string,
  words: ListWords,
  report: ReportIssue,
): readonly ListEntry[] | null {
  if (typeof value === 'string') {
    reportText(value, path, words, report)
    return null
  }
  const length = isArray(value) ? attempt(() => value.length, -1) : -1
  if (!isArray(value) || !Number.isInteger(length) || length < 0) {
    reportWrongType(value, path, words.expected, report)
    return null
  }
  if (length > MAX_LIST_LENGTH) {
    const message = `${path} has ${length} entries: write at most ${MAX_LIST_LENGTH}`
    report({ code: 'list-too-long', path, value, message })
    return null
  }

  const entries: ListEntry[] = []
  let empty = { first: -1, count: 0 }
  for (let index = 0; index < length; index++) {
    // What an array lacks it would inherit.
    if (attempt(() => Object.hasOwn(value, index), true)) entries.push({ index, value: readValue(() => value[index]) })
    else empty = { first: empty.count === 0 ? index : empty.first, count: empty.count + 1 }
  }
  if (empty.count > 0) reportEmptyPlace(`${path}[${empty.first}]`, empty.count, report)
  return entries
}

/** Splits a text that holds several entries, as an environment variable does; `null` where it holds one or none. */
export function splitSeveral(text: string): readonly string[] | null {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '')
  return parts.length > 1 ? parts : null
}

function reportText(
  value: string,
  path: string,
  { expected, severalInText = '' }: ListWords,
  report: ReportIssue,
): void {
  const text = value.trim()
  const parts = splitSeveral(text)
  const list = parts === null ? `an array, ${describeList([text])}` : `an array, ${describeList(parts)}${severalInText}`
  report({
    code: 'list-expected',
    path,
    value,
    message: `${path} is the text ${describeValue(value)}: write ${text === '' ? expected : list}`,
    ...(text === '*' && { suggestion: text }),
  })
}

function reportEmptyPlace(path: string, count: number, report: ReportIssue): void {
  const others = count === 1 ? '' : `, and ${count - 1} more in this list are, too`
  const message = `${path} is left empty${others}: take out the comma that has nothing before it`
  report({ code: 'value-undefined', path, value: undefined, message })
}
