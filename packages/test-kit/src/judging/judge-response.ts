import type { HeaderPairs } from '@corsac/user-agent'
import type { ListExpectation, ResponseExpectation } from '../cases/conformance-case.ts'
import { fieldLines, headerBytes } from './header-fields.ts'
import { isListField, membersOf } from './list-fields.ts'
import type { Miss } from '../reports/report.ts'

/** A response as the examiner saw it. */
export interface ObservedResponse {
  readonly status: number
  readonly headers: HeaderPairs
  readonly body?: string
  /** Whether a handler of the application ran; `null` where that was not looked at. */
  readonly handled: boolean | null
}

/** A miss, before it is known in which step. */
export type Finding = Omit<Miss, 'step'>

/** Compares a response with what must hold of it, and lists what does not. */
export function judgeResponse(expectation: ResponseExpectation, response: ObservedResponse): readonly Finding[] {
  return [
    ...judgeStatus(expectation.status, response.status),
    ...Object.entries(expectation.headers ?? {}).flatMap(([name, value]) => judgeHeader(name, value, response.headers)),
    ...judgeAccessControl(expectation.onlyAccessControl, response.headers),
    ...Object.entries(expectation.lists ?? {}).flatMap(([name, value]) => judgeList(name, value, response.headers)),
    ...judgeVary(expectation.vary ?? {}, response.headers),
    ...judgeHandled(expectation.handled, response.handled),
    ...judgeSize(expectation.maxHeaderBytes, response.headers),
    ...judgeBody(expectation.bodyIncludes, response.body),
  ]
}

function judgeStatus(expected: ResponseExpectation['status'], status: number): readonly Finding[] {
  if (expected === undefined) return []
  if (expected === 'ok') {
    return status >= 200 && status <= 299 ? [] : [finding('status', 'from 200 to 299', String(status))]
  }
  const statuses = typeof expected === 'number' ? [expected] : expected
  return statuses.includes(status) ? [] : [finding('status', statuses.join(' or '), String(status))]
}

type HeaderExpectation = NonNullable<ResponseExpectation['headers']>[string]

/** The forms that a value may be asked for, each with its grammar and its name in words. */
const FORMS = { 'delta-seconds': { grammar: /^\d+$/, words: 'a number of seconds, or absent' } } as const

function judgeHeader(name: string, expected: HeaderExpectation, headers: HeaderPairs): readonly Finding[] {
  const lines = fieldLines(headers, name)
  const actual = describeLines(lines)
  if (expected === null) return lines.length === 0 ? [] : [finding(`header ${name}`, 'absent', actual)]
  if (typeof expected === 'string') {
    return hasValue(name, lines, expected) ? [] : [finding(`header ${name}`, JSON.stringify(expected), actual)]
  }
  if ('form' in expected) {
    const { grammar, words } = FORMS[expected.form]
    const isFormed = lines.length === 0 || (lines.length === 1 && grammar.test(lines.join()))
    return isFormed ? [] : [finding(`header ${name}`, words, actual)]
  }
  // A recipient may take two lines together, or either of them.
  const readings = lines.length < 2 ? [lines] : [lines, [lines.join(', ')], ...lines.map((line) => [line])]
  const isForbidden = expected.noneOf.some((value) => readings.some((reading) => hasValue(name, reading, value)))
  return isForbidden ? [finding(`header ${name}`, `none of ${quoteAll(expected.noneOf)}`, actual)] : []
}

function hasValue(name: string, lines: readonly string[], expected: string): boolean {
  if (lines.length === 0) return false
  if (!isListField(name)) return lines.length === 1 && lines[0] === expected
  const actual = new Set(membersOf(name, lines))
  const wanted = new Set(membersOf(name, [expected]))
  return actual.size === wanted.size && [...wanted].every((member) => actual.has(member))
}

function judgeAccessControl(expected: readonly string[] | undefined, headers: HeaderPairs): readonly Finding[] {
  if (expected === undefined) return []
  const names = headers.map(([name]) => name.toLowerCase()).filter((name) => name.startsWith('access-control-'))
  const others = names.filter((name) => !expected.includes(name))
  const wanted = expected.length === 0 ? 'none' : `no others than ${expected.join(', ')}`
  return others.length === 0 ? [] : [finding('access-control-* headers', wanted, others.join(', '))]
}

function judgeList(
  name: string,
  { excludes = [], includes = [] }: ListExpectation,
  headers: HeaderPairs,
): readonly Finding[] {
  const lines = fieldLines(headers, name)
  const members = membersOf(name, lines)
  const missing = includes.filter((member) => !members.includes(member) && !members.includes('*'))
  const needless = excludes.filter((member) => members.includes(member))
  return [
    ...(missing.length === 0 ? [] : [finding(`header ${name}`, `with ${missing.join(', ')}`, describeLines(lines))]),
    ...(needless.length === 0
      ? []
      : [finding(`header ${name}`, `without ${needless.join(', ')}`, describeLines(lines))]),
  ]
}

function judgeVary(expected: NonNullable<ResponseExpectation['vary']>, headers: HeaderPairs): readonly Finding[] {
  const lines = fieldLines(headers, 'vary')
  const members = membersOf('vary', lines)
  const isDoubled = expected.unique === true && new Set(members).size < members.length
  return [
    ...judgeList('vary', expected, headers),
    ...(isDoubled ? [finding('header vary', 'no member twice', describeLines(lines))] : []),
  ]
}

function judgeHandled(expected: boolean | undefined, handled: boolean | null): readonly Finding[] {
  if (expected === undefined) return []
  if (handled === null) throw new Error('whether the application handled the request was not looked at')
  const describe = (value: boolean) => (value ? 'yes' : 'no')
  return handled === expected ? [] : [finding('handled by the application', describe(expected), describe(handled))]
}

function judgeSize(expected: number | undefined, headers: HeaderPairs): readonly Finding[] {
  const bytes = headerBytes(headers)
  if (expected === undefined || bytes <= expected) return []
  return [finding('size of the header section', `at most ${expected} bytes`, `${bytes} bytes`)]
}

function judgeBody(expected: string | undefined, body: string | undefined): readonly Finding[] {
  if (expected === undefined || body?.includes(expected) === true) return []
  return [
    finding('body', `with ${JSON.stringify(expected)}`, body === undefined ? 'none' : abridge(JSON.stringify(body))),
  ]
}

function finding(subject: string, expected: string, actual: string): Finding {
  return { subject, expected, actual }
}

function describeLines(lines: readonly string[]): string {
  if (lines.length === 0) return 'absent'
  const values = quoteAll(lines)
  return lines.length === 1 ? values : `${lines.length} lines: ${values}`
}

function quoteAll(values: readonly string[]): string {
  return abridge(values.map((value) => JSON.stringify(value)).join(', '))
}

function abridge(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}… (${text.length} characters)`
}
