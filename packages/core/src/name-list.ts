import { type ReportIssue, readList, reportWrongType } from './config-reader.ts'
import type { CorsConfigIssueCode } from './cors-config-issue.ts'
import { describeValue } from './describe-value.ts'
import {
  isCorsResponseHeaderName,
  isForbiddenRequestHeaderName,
  isForbiddenResponseHeaderName,
  isNeverOnActualResponses,
} from './header-name.ts'
import { isForbiddenMethod, registeredSpelling } from './method.ts'
import { isToken } from './token.ts'

/** Why a name cannot stand in a list. */
interface NameFault {
  readonly code: CorsConfigIssueCode
  readonly message: string
  readonly suggestion?: string
}

/** What one list of names holds: its form in the policy, and the names that cannot stand in it. */
interface NameListRules {
  /** An example for the message that asks for a list. */
  readonly example: string
  /** Brings a name into the form in which duplicates are equal. */
  normalize(name: string): string
  /** Finds what is wrong with a name. */
  findFault(name: string): NameFault | null
  /** Tells whether a name keeps its place beside `'*'`, which does not cover it. */
  survivesWildcard(name: string): boolean
}

const METHODS: NameListRules = {
  example: '["PUT", "DELETE"]',
  normalize: (name) => name,
  findFault: findMethodFault,
  survivesWildcard: () => false,
}

const REQUEST_HEADERS: NameListRules = {
  example: '["content-type", "authorization"]',
  normalize: (name) => name.toLowerCase(),
  findFault: findRequestHeaderFault,
  // The one CORS non-wildcard request-header name.
  survivesWildcard: (name) => name === 'authorization',
}

const RESPONSE_HEADERS: NameListRules = {
  example: '["x-total-count"]',
  normalize: (name) => name.toLowerCase(),
  findFault: findResponseHeaderFault,
  survivesWildcard: () => false,
}

/** Reads `allowMethods`: methods in the case in which browsers send them. */
export function readAllowMethods(value: unknown, report: ReportIssue): '*' | readonly string[] {
  return readNames(value, 'allowMethods', METHODS, report)
}

/** Reads `allowHeaders`: lower-case names of request headers, `authorization` kept beside `'*'`. */
export function readAllowHeaders(value: unknown, report: ReportIssue): '*' | readonly string[] {
  return readNames(value, 'allowHeaders', REQUEST_HEADERS, report)
}

/** Reads `exposeHeaders`: lower-case names of response headers. */
export function readExposeHeaders(value: unknown, report: ReportIssue): '*' | readonly string[] {
  return readNames(value, 'exposeHeaders', RESPONSE_HEADERS, report)
}

function readNames(value: unknown, path: string, rules: NameListRules, report: ReportIssue): '*' | readonly string[] {
  if (value === '*') return '*'
  const entries = readList(value, path, `"*" or a list such as ${rules.example}`, report)
  const names = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    const name = entry === '*' ? null : readName(entry, `${path}[${index}]`, rules, report)
    if (name !== null) names.add(rules.normalize(name))
  }
  if (!entries.includes('*')) return Object.freeze([...names])
  const beside = [...names].filter((name) => rules.survivesWildcard(name))
  return beside.length === 0 ? '*' : Object.freeze(['*', ...beside])
}

function readName(entry: unknown, path: string, rules: NameListRules, report: ReportIssue): string | null {
  if (typeof entry !== 'string') {
    reportWrongType(entry, path, `a name as in ${rules.example}`, report)
    return null
  }
  const fault = rules.findFault(entry)
  if (fault === null) return entry
  report({ ...fault, path, value: entry, message: `${path} ${describeValue(entry)} ${fault.message}` })
  return null
}

function findMethodFault(name: string): NameFault | null {
  if (!isToken(name))
    return { code: 'method-invalid', message: 'is not a method: a method has no spaces or separators' }
  if (isForbiddenMethod(name)) {
    return { code: 'method-forbidden', message: 'is a method that browsers let no page use: leave it out' }
  }
  const suggestion = registeredSpelling(name)
  if (suggestion === null) return null
  return {
    code: 'method-case',
    message: `never matches: methods are case-sensitive, write "${suggestion}"`,
    suggestion,
  }
}

function findRequestHeaderFault(name: string): NameFault | null {
  const lowerCase = name.toLowerCase()
  if (!isToken(name)) return headerNameInvalid()
  if (isCorsResponseHeaderName(lowerCase)) {
    return {
      code: 'header-name-misplaced',
      message: 'is a response header: list the request headers that pages set; Corsac sends the CORS headers by itself',
    }
  }
  if (!isForbiddenRequestHeaderName(lowerCase)) return null
  return { code: 'header-name-forbidden', message: 'is a header that browsers let no page set: leave it out' }
}

function findResponseHeaderFault(name: string): NameFault | null {
  const lowerCase = name.toLowerCase()
  if (!isToken(name)) return headerNameInvalid()
  if (isForbiddenResponseHeaderName(lowerCase)) {
    return { code: 'header-name-forbidden', message: 'is a header that browsers show to no page: leave it out' }
  }
  if (!isNeverOnActualResponses(lowerCase)) return null
  return { code: 'header-name-misplaced', message: 'is not on the responses that pages read: leave it out' }
}

function headerNameInvalid(): NameFault {
  return {
    code: 'header-name-invalid',
    message: 'is not a header name: a name has no spaces, colons or other separators',
  }
}
