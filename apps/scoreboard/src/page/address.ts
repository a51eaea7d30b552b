import type { CaseKind } from '@corsac/test-kit'
import type { ReportIndex } from './report-index.ts'

/** Which kind of cases is looked at. */
export type KindChoice = CaseKind | 'all'

/** What is opened: an implementation, a part of the standard, one of its cells, or a case in it. */
export interface Opened {
  readonly subject: string | null
  readonly suite: string | null
  /** The whole id of the case. */
  readonly case: string | null
}

/** What the page shows; every view has an address. */
export interface View {
  readonly kind: KindChoice
  /** The implementations that are shown, in the order of the report; `null` for all of them. */
  readonly only: readonly string[] | null
  readonly opened: Opened | null
}

/** What the page shows where its address says nothing. */
export const defaultView: View = { kind: 'must', only: null, opened: null }

/** The choices of a kind, in their order. */
export const kindChoices: readonly KindChoice[] = ['must', 'should', 'observe', 'all']

/** What an address says, and what it says that this report does not have. */
export interface ParsedAddress {
  readonly view: View
  readonly unknown: readonly string[]
}

/** Writes a view as the part of an address behind the page, `#` included. */
export function formatAddress({ kind, only, opened }: View): string {
  const path =
    opened === null ? '' : [opened.subject, opened.case ?? opened.suite].filter((part) => part !== null).join('/')
  const parameters = [
    ...(kind === defaultView.kind ? [] : [`kind=${kind}`]),
    ...(only === null ? [] : [`only=${only.join(',')}`]),
  ]
  return `#${path}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`
}

/**
 * Reads an address.
 *
 * What it opens is shown, even where a filter in it would hide that: a link that was sent to somebody leads where it says.
 */
export function parseAddress(hash: string, index: ReportIndex): ParsedAddress {
  const [path = '', query = ''] = decode(hash.replace(/^#/, '')).split('?', 2)
  const parameters = new URLSearchParams(query)
  const unknown: string[] = []
  const opened = parseOpened(path, index, unknown)
  const kind = parseKind(parameters.get('kind'), unknown)
  const only = parseOnly(parameters.get('only'), index, unknown)
  return { view: { kind: widenKind(kind, opened, index), only: widenOnly(only, opened, index), opened }, unknown }
}

function widenKind(kind: KindChoice, opened: Opened | null, { cases, suites }: ReportIndex): KindChoice {
  if (opened?.suite == null) return kind
  const looked = opened.case === null ? suites.get(opened.suite)?.cases : [cases.get(opened.case)]
  return kind === 'all' || looked?.some((each) => each?.kind === kind) === true ? kind : 'all'
}

function widenOnly(
  only: readonly string[] | null,
  opened: Opened | null,
  { subjects }: ReportIndex,
): readonly string[] | null {
  const subject = opened?.subject
  if (only === null || subject == null) return only
  const shown = [...subjects.keys()].filter((id) => id === subject || only.includes(id))
  return shown.length === subjects.size ? null : shown
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parseOpened(path: string, { cases, subjects, suites }: ReportIndex, unknown: string[]): Opened | null {
  const parts = path.split('/').filter((part) => part !== '')
  const subject = parts[0] !== undefined && subjects.has(parts[0]) ? parts[0] : null
  const [suite, ...rest] = subject === null ? parts : parts.slice(1)
  if (suite === undefined) return subject === null ? null : { subject, suite: null, case: null }
  if (!suites.has(suite)) {
    unknown.push(path)
    return subject === null ? null : { subject, suite: null, case: null }
  }
  if (rest.length === 0) return { subject, suite, case: null }
  const id = [suite, ...rest].join('/')
  if (subject !== null && cases.has(id)) return { subject, suite, case: id }
  unknown.push(path)
  return { subject, suite, case: null }
}

function parseKind(text: string | null, unknown: string[]): KindChoice {
  const kind = kindChoices.find((each) => each === text)
  if (kind === undefined && text !== null) unknown.push(text)
  return kind ?? defaultView.kind
}

function parseOnly(text: string | null, { subjects }: ReportIndex, unknown: string[]): readonly string[] | null {
  if (text === null) return null
  const names = text.split(',').filter((name) => name !== '')
  unknown.push(...names.filter((name) => !subjects.has(name)))
  const only = [...subjects.keys()].filter((id) => names.includes(id))
  const isOfNoUse = only.length === 0 && names.length > 0
  return isOfNoUse || only.length === subjects.size ? null : only
}
