import { readList } from './config-list.ts'
import { type ReportIssue, reportWrongType } from './config-reader.ts'
import type { CorsConfigIssueCode } from './cors-config-issue.ts'
import { describeList, describeValue } from './describe-value.ts'
import {
  isCorsResponseHeaderName,
  isForbiddenRequestHeaderName,
  isForbiddenResponseHeaderName,
  isNeverOnActualResponses,
} from './header-name.ts'
import { entryPath } from './issue-path.ts'
import { isForbiddenMethod, registeredSpelling } from './method.ts'
import { splitList } from './split-list.ts'
import { isToken } from './token.ts'

/** Why a name cannot stand in a list. */
interface NameFault {
  readonly code: CorsConfigIssueCode
  readonly message: string
  readonly suggestion?: string
}

/** What one list of names holds: its form in the policy, and the names that cannot stand in it. */
interface NameListRules {
  /** What its names name. */
  readonly noun: string
  /** An example for the message that asks for a list. */
  readonly example: string
  /** The code for a text that is no name at all. */
  readonly code: CorsConfigIssueCode
  /** Brings a name into the form in which duplicates are equal. */
  readonly normalize: (name: string) => string
  /** Finds what is wrong with a token as such a name. */
  readonly findFault: (name: string) => NameFault | null
  /** The name that keeps its place beside `'*'`, which does not cover it; `null` for none. */
  readonly besideWildcard: string | null
}

const METHODS: NameListRules = {
  noun: 'method',
  example: '["PUT", "DELETE"]',
  code: 'method-invalid',
  normalize: (name) => name,
  findFault: findMethodFault,
  besideWildcard: null,
}

const REQUEST_HEADERS: NameListRules = {
  noun: 'request header',
  example: '["content-type", "authorization"]',
  code: 'header-name-invalid',
  normalize: (name) => name.toLowerCase(),
  findFault: findRequestHeaderFault,
  // The one CORS non-wildcard request-header name.
  besideWildcard: 'authorization',
}

const RESPONSE_HEADERS: NameListRules = {
  noun: 'response header',
  example: '["x-total-count"]',
  code: 'header-name-invalid',
  normalize: (name) => name.toLowerCase(),
  findFault: findResponseHeaderFault,
  besideWildcard: null,
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
  const entries = readList(value, path, { expected: `"*" or an array such as ${rules.example}` }, report) ?? []
  const names = new Set<string>()
  let any = false
  for (const { index, value: entry } of entries) {
    if (entry === '*') {
      any = true
      continue
    }
    const name = readName(entry, path, index, rules, report)
    if (name !== null) names.add(rules.normalize(name))
  }
  if (!any) return Object.freeze([...names])
  const { besideWildcard } = rules
  return besideWildcard !== null && names.has(besideWildcard) ? Object.freeze(['*', besideWildcard]) : '*'
}

function readName(
  entry: unknown,
  list: string,
  index: number,
  rules: NameListRules,
  report: ReportIssue,
): string | null {
  if (typeof entry !== 'string') {
    reportWrongType(entry, entryPath(list, index), `a name, as in ${rules.example}`, report)
    return null
  }
  const fault = isToken(entry) ? rules.findFault(entry) : findTextFault(entry, rules)
  if (fault === null) return entry
  const path = entryPath(list, index)
  report({ ...fault, path, value: entry, message: `${path} ${describeValue(entry)} ${fault.message}` })
  return null
}

/** Finds what is wrong with a text that is no token, and the name that was meant by it. */
function findTextFault(text: string, { code, noun, example, findFault }: NameListRules): NameFault {
  if (text.trim() === '') return { code, message: `is blank: write the name of a ${noun}, as in ${example}` }
  const parts = splitList(text)
  if (parts.length > 1 && parts.every(isToken)) {
    return { code, message: `holds several names: write one text for each, as in ${describeList(parts)}` }
  }
  const suggestion = namesMeantBy(text).find((name) => isToken(name) && findFault(name) === null)
  return {
    code,
    message: `is not the name of a ${noun}: a name has no spaces, colons or other separators, and is ASCII`,
    ...(suggestion !== undefined && { suggestion }),
  }
}

/** What may have been meant by a text: the name inside white space and commas, before a colon, in another case. */
function namesMeantBy(text: string): readonly string[] {
  const names = text.split(':', 1).flatMap(splitList)
  return names.length > 1 ? [] : names.flatMap((name) => [name, registeredSpelling(name) ?? name])
}

function findMethodFault(name: string): NameFault | null {
  if (isForbiddenMethod(name)) {
    return { code: 'method-forbidden', message: 'is a method that browsers let no page use: leave it out' }
  }
  const suggestion = registeredSpelling(name)
  if (suggestion === null) return null
  return {
    code: 'method-case',
    message: `never matches, because methods are case-sensitive: write "${suggestion}"`,
    suggestion,
  }
}

function findRequestHeaderFault(name: string): NameFault | null {
  const lowerCase = name.toLowerCase()
  if (isCorsResponseHeaderName(lowerCase)) {
    return {
      code: 'header-name-misplaced',
      message: 'is a response header: list the request headers that pages set; Corsac sends the CORS headers by itself',
    }
  }
  if (!isForbiddenRequestHeaderName(lowerCase)) return null
  const cookies = lowerCase === 'cookie' ? ', allowCredentials is what lets cookies through' : ''
  return { code: 'header-name-forbidden', message: `is a header that browsers let no page set: leave it out${cookies}` }
}

function findResponseHeaderFault(name: string): NameFault | null {
  const lowerCase = name.toLowerCase()
  if (isForbiddenResponseHeaderName(lowerCase)) {
    return { code: 'header-name-forbidden', message: 'is a header that browsers show to no page: leave it out' }
  }
  if (!isNeverOnActualResponses(lowerCase)) return null
  return { code: 'header-name-misplaced', message: 'is not on the responses that pages read: leave it out' }
}
