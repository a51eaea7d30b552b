import type { ExamPolicy } from '../exam/exam-policy.ts'
import { trimWhiteSpace } from '../judging/header-fields.ts'

/** Tells whether a policy shares with every origin. */
export function isAnyOrigin({ allowOrigins }: ExamPolicy): boolean {
  return includesStar(allowOrigins)
}

/** Tells whether the same response headers serve every origin, allowed or not. */
export function isStatic(policy: ExamPolicy): boolean {
  if (isAnyOrigin(policy)) return true
  const [first = '*', ...others] = asList(policy.allowOrigins)
  return others.length === 0 && !first.includes('*')
}

/** Tells whether a value, or a list, has the wildcard. */
export function includesStar(value: '*' | readonly string[]): boolean {
  return asList(value).includes('*')
}

/** Reads the wildcard as a list of one. */
export function asList(value: '*' | readonly string[]): readonly string[] {
  return value === '*' ? ['*'] : value
}

/** Splits a comma-separated list, leaving out empty elements. */
export function splitList(list: string): readonly string[] {
  return list
    .split(',')
    .map(trimWhiteSpace)
    .filter((element) => element !== '')
}

/** Joins a list; an empty one makes no header. */
export function listOrNull(list: '*' | readonly string[]): string | null {
  return list.length === 0 ? null : asList(list).join(', ')
}

/** Tells whether a value is a token, as methods and header names are. */
export function isToken(value: string): boolean {
  return /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(value)
}
