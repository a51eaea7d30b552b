import type { AcrossExpectation } from '../cases/conformance-case.ts'
import type { Miss } from '../reports/report.ts'
import { fieldLines, listMembers, varyMembers } from './header-fields.ts'
import type { ObservedResponse } from './judge-response.ts'
import { isListField, membersOf } from './list-fields.ts'

/** One of the responses that are compared. */
export interface ComparedResponse extends Pick<ObservedResponse, 'headers'> {
  /** Whether it is the response to a preflight. */
  readonly isPreflight: boolean
}

const READ_IN_PREFLIGHTS = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-max-age',
]

const READ_IN_OTHERS = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
  'timing-allow-origin',
]

/** Compares the last responses of all steps with each other: those that differ must say in `Vary` on what. */
export function judgeAcross(
  { varyWhereDifferent }: AcrossExpectation,
  responses: readonly ComparedResponse[],
): readonly Miss[] {
  const names = responses.every(({ isPreflight }) => isPreflight) ? READ_IN_PREFLIGHTS : READ_IN_OTHERS
  const differing = names.filter((name) => new Set(responses.map(({ headers }) => meaningOf(headers, name))).size > 1)
  if (differing.length === 0) return []
  return responses.flatMap(({ headers }, step) => {
    const members = varyMembers(headers)
    if (members.includes(varyWhereDifferent) || members.includes('*') || mustNotBeStored(headers)) return []
    const expected = `with ${varyWhereDifferent}, because the steps differ in ${differing.join(', ')}`
    const actual = members.length === 0 ? 'absent' : JSON.stringify(fieldLines(headers, 'vary').join(', '))
    return [{ step, subject: 'header vary', expected, actual }]
  })
}

/** Writes a field so that two of the same meaning are alike: in a list, order and repetition mean nothing. */
function meaningOf(headers: ComparedResponse['headers'], name: string): string {
  const lines = fieldLines(headers, name)
  return JSON.stringify(isListField(name) ? [...new Set(membersOf(name, lines))].sort() : lines)
}

/** A cache that may not keep a response cannot give it to somebody else. */
function mustNotBeStored(headers: ComparedResponse['headers']): boolean {
  return listMembers(fieldLines(headers, 'cache-control')).some((directive) => directive.toLowerCase() === 'no-store')
}
