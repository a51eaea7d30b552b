import { attempt, isArray } from './attempt.ts'
import { type ReportIssue, reportWrongType, UnreadableValue } from './config-reader.ts'
import { describeList, describeValue } from './describe-value.ts'
import { entryPath } from './issue-path.ts'
import { splitList } from './split-list.ts'

/** An entry of a list, and where it stands. */
export interface ListEntry {
  readonly index: number
  readonly value: unknown
}

/** More entries than anybody has; fewer than a `Set` can hold. */
export const MAX_LIST_LENGTH = 10_000_000

/** Stands for a place of a list that was left empty. */
const EMPTY = Symbol()

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
  const entries: ListEntry[] = []
  const count = visitList(value, path, words, report, (entry, index) => {
    entries.push({ index, value: entry })
  })
  return count === null ? null : entries
}

/**
 * Goes through a list as {@link readList} does, for lists that may be so long that an object for each entry is too many.
 *
 * @returns How many entries there are, or `null` where the value is no list, which is reported too.
 */
export function visitList(
  value: unknown,
  path: string,
  words: ListWords,
  report: ReportIssue,
  visit: (entry: unknown, index: number) => void,
): number | null {
  if (typeof value === 'string') {
    reportText(value, path, words, report)
    return null
  }
  const length = isArray(value) ? attempt(() => value.length, Number.NaN) : Number.NaN
  if (!isArray(value) || !Number.isInteger(length) || length < 0) {
    reportWrongType(value, path, words.expected, report)
    return null
  }
  if (length > MAX_LIST_LENGTH) {
    const message = `${path} has ${length} entries: write at most ${MAX_LIST_LENGTH}`
    report({ code: 'list-too-long', path, value, message })
    return null
  }

  let count = 0
  let firstEmpty: number | null = null
  for (let index = 0; index < length; index++) {
    const entry = readEntry(value, index)
    if (entry === EMPTY) {
      firstEmpty ??= index
    } else {
      count++
      visit(entry, index)
    }
  }
  if (firstEmpty !== null) reportEmptyPlace(entryPath(path, firstEmpty), length - count, report)
  return count
}

/** Reads one place of a list, which may be behind a getter or a proxy; what an array lacks it would inherit. */
function readEntry(list: readonly unknown[], index: number): unknown {
  try {
    return Object.hasOwn(list, index) ? list[index] : EMPTY
  } catch (error) {
    return new UnreadableValue(error)
  }
}

function reportText(
  value: string,
  path: string,
  { expected, severalInText = '' }: ListWords,
  report: ReportIssue,
): void {
  const parts = splitList(value)
  const list = `an array, ${describeList(parts)}${parts.length > 1 ? severalInText : ''}`
  const instead = parts.length === 0 ? expected : list
  report({
    code: 'list-expected',
    path,
    value,
    message: `${path} is the text ${describeValue(value)}: write ${instead}`,
    ...(value.trim() === '*' && { suggestion: '*' }),
  })
}

function reportEmptyPlace(path: string, count: number, report: ReportIssue): void {
  const others = count === 1 ? '' : `, and ${count - 1} more in this list are, too`
  const message = `${path} is left empty${others}: take out the comma that has nothing before it`
  report({ code: 'value-undefined', path, value: undefined, message })
}
