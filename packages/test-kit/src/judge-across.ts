import type { HeaderPairs } from '@corsac/user-agent'
import type { AcrossExpectation } from './conformance-case.ts'
import { fieldLines, varyMembers } from './header-fields.ts'
import type { Miss } from './report.ts'

/** Compares the last responses of all steps with each other: those that differ must say in `Vary` on what. */
export function judgeAcross(
  { varyWhereDifferent }: AcrossExpectation,
  responses: readonly HeaderPairs[],
): readonly Miss[] {
  const differing = sharingNames(responses).filter(
    (name) => new Set(responses.map((headers) => JSON.stringify(fieldLines(headers, name)))).size > 1,
  )
  if (differing.length === 0) return []
  return responses.flatMap((headers, step) => {
    const members = varyMembers(headers)
    if (members.includes(varyWhereDifferent) || members.includes('*')) return []
    const expected = `with ${varyWhereDifferent}, because the steps differ in ${differing.join(', ')}`
    const actual = members.length === 0 ? 'absent' : JSON.stringify(fieldLines(headers, 'vary').join(', '))
    return [{ step, subject: 'header vary', expected, actual }]
  })
}

/** Lists the fields that say with whom something is shared. */
function sharingNames(responses: readonly HeaderPairs[]): readonly string[] {
  const names = responses.flatMap((headers) => headers.map(([name]) => name.toLowerCase()))
  return [...new Set(names.filter((name) => name.startsWith('access-control-') || name === 'timing-allow-origin'))]
}
