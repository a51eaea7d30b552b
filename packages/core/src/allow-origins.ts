import { type ReportIssue, readList, reportWrongType } from './config-reader.ts'
import type { OriginPredicate } from './cors-config.ts'
import { describeValue } from './describe-value.ts'
import { type OriginPattern, parseOriginPattern } from './origin-pattern.ts'

const EXPECTED = '"*", a list of origins, or a function'

/** A pattern, and where in the list it first stands. */
export interface ListedOrigin {
  readonly pattern: OriginPattern
  readonly index: number
}

/** What `allowOrigins` says, read and validated entry by entry. */
export type AllowedOrigins =
  | { readonly kind: 'any' }
  | { readonly kind: 'listed'; readonly listed: readonly ListedOrigin[] }
  | { readonly kind: 'predicate'; readonly predicate: OriginPredicate }

/**
 * Reads `allowOrigins`. Duplicates collapse, and `'*'` in a list becomes the list's meaning after the rest of the list
 * has been validated.
 */
export function readAllowOrigins(value: unknown, report: ReportIssue): AllowedOrigins {
  const path = 'allowOrigins'
  if (value === '*') return { kind: 'any' }
  if (isOriginPredicate(value)) return { kind: 'predicate', predicate: value }
  if (value instanceof RegExp) {
    reportRegExp(value, path, report)
    return { kind: 'listed', listed: [] }
  }

  const entries = readList(value, path, EXPECTED, report)
  if (Array.isArray(value) && entries.length === 0) {
    const message = `${path} is empty: name at least one origin, or "*" for every origin`
    report({ code: 'origins-missing', path, value: [], message })
  }

  const listed = new Map<string, ListedOrigin>()
  for (const [index, entry] of entries.entries()) {
    const pattern = entry === '*' ? null : readEntry(entry, `${path}[${index}]`, report)
    if (pattern !== null && !listed.has(pattern.text)) listed.set(pattern.text, { pattern, index })
  }
  return entries.includes('*') ? { kind: 'any' } : { kind: 'listed', listed: [...listed.values()] }
}

function readEntry(entry: unknown, path: string, report: ReportIssue): OriginPattern | null {
  if (entry instanceof RegExp) {
    reportRegExp(entry, path, report)
    return null
  }
  if (typeof entry !== 'string') {
    reportWrongType(entry, path, 'an origin such as "https://app.example"', report)
    return null
  }
  const result = parseOriginPattern(entry)
  if (result.ok) return result.pattern
  const { code, message, suggestion } = result
  report({
    code,
    path,
    value: entry,
    message: `${path} ${describeValue(entry)} ${message}`,
    ...(suggestion === undefined ? {} : { suggestion }),
  })
  return null
}

function reportRegExp(value: RegExp, path: string, report: ReportIssue): void {
  report({
    code: 'origin-regexp',
    path,
    value,
    message:
      `${path} is the RegExp ${describeValue(String(value))}: write patterns such as "https://*.app.example" or ` +
      '"http://localhost:*", which cannot match more than they say, or a function in place of the list',
  })
}

function isOriginPredicate(value: unknown): value is OriginPredicate {
  return typeof value === 'function'
}
