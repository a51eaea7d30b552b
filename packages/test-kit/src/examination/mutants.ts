import type { Mutant } from './mutant.ts'
import { cachingMutants } from './mutants/caching.ts'
import { classificationMutants } from './mutants/classification.ts'
import { originMatchingMutants } from './mutants/origin-matching.ts'
import { originPatternMutants } from './mutants/origin-patterns.ts'
import { perPathMutants } from './mutants/per-path.ts'
import { preflightAnswerMutants } from './mutants/preflight-answers.ts'
import { preflightListMutants } from './mutants/preflight-lists.ts'
import { reachMutants } from './mutants/reach.ts'
import { sharingMutants } from './mutants/sharing.ts'

/** Every server that is wrong on purpose. */
export const mutants: readonly Mutant[] = [
  ...originMatchingMutants,
  ...originPatternMutants,
  ...sharingMutants,
  ...classificationMutants,
  ...preflightListMutants,
  ...preflightAnswerMutants,
  ...cachingMutants,
  ...reachMutants,
  ...perPathMutants,
]
