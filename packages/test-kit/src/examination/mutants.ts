import type { Mutant } from './mutant.ts'
import { acceptedPolicyMutants } from './mutants/accepted-policies.ts'
import { besideTheOriginMutants } from './mutants/beside-the-origin.ts'
import { cachingMutants } from './mutants/caching.ts'
import { classificationMutants } from './mutants/classification.ts'
import { halfMeasureMutants } from './mutants/half-measures.ts'
import { headerListReadingMutants } from './mutants/header-list-reading.ts'
import { kindsOfResponseMutants } from './mutants/kinds-of-response.ts'
import { looseComparisonMutants } from './mutants/loose-comparisons.ts'
import { malformedValueMutants } from './mutants/malformed-values.ts'
import { neighbouringPathMutants } from './mutants/neighbouring-paths.ts'
import { originMatchingMutants } from './mutants/origin-matching.ts'
import { originPatternMutants } from './mutants/origin-patterns.ts'
import { partialSharingMutants } from './mutants/partial-sharing.ts'
import { perPathMutants } from './mutants/per-path.ts'
import { preflightAnswerMutants } from './mutants/preflight-answers.ts'
import { preflightHandlingMutants } from './mutants/preflight-handling.ts'
import { preflightListMutants } from './mutants/preflight-lists.ts'
import { reachMutants } from './mutants/reach.ts'
import { sharingMutants } from './mutants/sharing.ts'
import { timingMutants } from './mutants/timings.ts'
import { twoLayerMutants } from './mutants/two-layers.ts'

/** Every server that is wrong on purpose. */
export const mutants: readonly Mutant[] = [
  ...originMatchingMutants,
  ...looseComparisonMutants,
  ...originPatternMutants,
  ...acceptedPolicyMutants,
  ...sharingMutants,
  ...partialSharingMutants,
  ...malformedValueMutants,
  ...halfMeasureMutants,
  ...classificationMutants,
  ...preflightHandlingMutants,
  ...preflightListMutants,
  ...headerListReadingMutants,
  ...preflightAnswerMutants,
  ...cachingMutants,
  ...besideTheOriginMutants,
  ...kindsOfResponseMutants,
  ...reachMutants,
  ...timingMutants,
  ...twoLayerMutants,
  ...perPathMutants,
  ...neighbouringPathMutants,
]
