import type { ConformanceCase } from '../cases/conformance-case.ts'
import { completeAssignment } from '../exam/exam-policy.ts'
import type { ConformanceSubject } from '../subjects/subject.ts'

/** Says why a case does not apply to a subject, as far as the subject declares it; `null` where it does apply. */
export function whyNotApplicable(
  { hostile, needs = [], policy }: ConformanceCase,
  { declines, lacks, spared }: ConformanceSubject,
): string | null {
  if (hostile === true && spared !== undefined) return spared
  const lacking = needs.flatMap((capability) => lacks?.[capability] ?? [])
  if (lacking.length > 0) return lacking.join('; ')
  return declines?.(completeAssignment(policy)) ?? null
}
