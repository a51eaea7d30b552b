import { isArray, isRegExp } from './attempt.ts'
import { type ListWords, visitList } from './config-list.ts'
import { type ReportIssue, reportWrongType } from './config-reader.ts'
import type { OriginPredicate } from './cors-config.ts'
import { describeValue } from './describe-value.ts'
import { entryPath } from './issue-path.ts'
import { type OriginPattern, type OriginPatternRefusal, parseOriginPattern } from './origin-pattern.ts'
import { parseOriginList } from './parse-origin-list.ts'
import { isPlainHttpsOrigin } from './serialized-origin.ts'

const PATH = 'allowOrigins'

const WORDS: ListWords = {
  expected: 'an array of origins, "*" for every origin, or a function',
  severalInText: '; parseOriginList makes one of an environment variable',
}

/** What other libraries mean by a boolean, and what to write for it. */
const INSTEAD_OF_TRUE = '"*" for every origin, none of which can then use credentials, or an array of origins'
const INSTEAD_OF_FALSE = 'an array of the origins that may read; to share with none, send no CORS headers at all'

/** Ends the sentence that tells to split an environment variable at its commas. */
const WITH_PARSER = ', which parseOriginList does'

/** A pattern, and where in the list it first stands. */
export interface ListedOrigin {
  readonly pattern: OriginPattern
  readonly index: number
}

/** What `allowOrigins` says, read and validated entry by entry. */
export type AllowedOrigins =
  { readonly kind: 'any' } | ListedOrigins | { readonly kind: 'predicate'; readonly predicate: OriginPredicate }

/** A list, without its duplicates. */
export interface ListedOrigins {
  readonly kind: 'listed'
  /** All entries, in their order. */
  readonly texts: readonly string[]
  /** The entries without a wildcard. */
  readonly exact: ReadonlySet<string>
  /** All but the plain `https` origins, of which lists may be long, and about which there is no more to say. */
  readonly special: readonly ListedOrigin[]
}

/**
 * Reads `allowOrigins`. Duplicates collapse, and `'*'` in a list becomes the list's meaning after the rest of the list
 * has been validated.
 */
export function readAllowOrigins(value: unknown, report: ReportIssue): AllowedOrigins {
  if (value === '*') return { kind: 'any' }
  if (isOriginPredicate(value)) return { kind: 'predicate', predicate: value }

  const texts: string[] = []
  const exact = new Set<string>()
  const wildcards = new Set<string>()
  const special: ListedOrigin[] = []
  visitEntries(value, report, (entry, index) => {
    if (typeof entry === 'string' && isPlainHttpsOrigin(entry)) {
      if (addNew(exact, entry)) texts.push(entry)
      return
    }
    if (entry === '*') {
      wildcards.add(entry)
      return
    }
    const pattern = readEntry(entry, index, report)
    if (pattern === null || !addNew(pattern.subdomains || pattern.anyPort ? wildcards : exact, pattern.text)) return
    texts.push(pattern.text)
    special.push({ pattern, index })
  })
  return wildcards.has('*') ? { kind: 'any' } : { kind: 'listed', texts, exact, special }
}

/** Adds a text to those that are known. */
function addNew(known: Set<string>, text: string): boolean {
  const { size } = known
  // To ask first would hash the text twice.
  return known.add(text).size > size
}

function visitEntries(value: unknown, report: ReportIssue, visit: (entry: unknown, index: number) => void): void {
  if (isRegExp(value)) reportRegExp(value, PATH, report)
  else if (typeof value === 'boolean') reportWrongType(value, PATH, value ? INSTEAD_OF_TRUE : INSTEAD_OF_FALSE, report)
  else if (visitList(value, PATH, WORDS, report, visit) === 0) reportMissing(report)
}

function readEntry(entry: unknown, index: number, report: ReportIssue): OriginPattern | null {
  if (typeof entry === 'string') {
    const result = parseOriginPattern(entry)
    if (result.ok) return result.pattern
    reportNoPattern(entry, entryPath(PATH, index), result, report)
  } else if (isRegExp(entry)) {
    reportRegExp(entry, entryPath(PATH, index), report)
  } else {
    reportWrongType(entry, entryPath(PATH, index), insteadOfEntry(entry), report)
  }
  return null
}

function reportNoPattern(entry: string, path: string, fault: OriginPatternRefusal, report: ReportIssue): void {
  const { code, message } = fault
  const suggestion = findOnlyOrigin(entry) ?? fault.suggestion
  report({
    code,
    path,
    value: entry,
    message: `${path} ${describeValue(entry)} ${message}${code === 'origin-list-in-a-string' ? WITH_PARSER : ''}`,
    ...(suggestion !== undefined && { suggestion }),
  })
}

/** Finds the one entry in a text that has nothing but commas and white space beside it. */
function findOnlyOrigin(text: string): string | null {
  const [only, ...others] = parseOriginList(text)
  if (only === undefined || others.length > 0) return null
  return only === '*' || parseOriginPattern(only).ok ? only : null
}

/** Says what to write in place of an entry that is no text, after "write". */
function insteadOfEntry(entry: unknown): string {
  if (typeof entry === 'function') return 'it in place of the list, not into it'
  if (isArray(entry)) return 'its origins into the list itself'
  return 'a text such as "https://app.example"'
}

function reportMissing(report: ReportIssue): void {
  const message =
    `${PATH} is empty: name at least one origin, or write "*" for every origin; where parseOriginList made the list, ` +
    'its environment variable is missing or blank'
  report({ code: 'origins-missing', path: PATH, value: [], message })
}

function reportRegExp(value: RegExp, path: string, report: ReportIssue): void {
  report({
    code: 'origin-regexp',
    path,
    value,
    message:
      `${path} is ${describeValue(value)}: write patterns such as "https://*.app.example" or ` +
      '"http://localhost:*", which cannot match more than they say, or a function in place of the list',
  })
}

function isOriginPredicate(value: unknown): value is OriginPredicate {
  return typeof value === 'function'
}
