import type { Exchange } from '@corsac/user-agent'
import type { CaseKind } from '../cases/conformance-case.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'

/**
 * What became of a case. `pass` and `fail` speak of the subject. `not-applicable`: the subject declares that it lacks
 * what the case needs. `subject-error`: it did not start, or stopped answering. `examiner-error`: a defect of ours.
 */
export type Verdict = 'pass' | 'fail' | 'not-applicable' | 'subject-error' | 'examiner-error'

/** One expectation that was not met. */
export interface Miss {
  /** The index of the step in the case. */
  readonly step: number
  /** What was looked at: `outcome`, `response header vary`, … */
  readonly subject: string
  readonly expected: string
  readonly actual: string
}

/** What one case brought to light. */
export interface CaseResult {
  readonly id: string
  readonly requirement: string
  readonly kind: CaseKind
  readonly spec: readonly string[]
  /** The policy that the server was started with; keys that are left out have their defaults. */
  readonly policy: CasePolicy
  readonly verdict: Verdict
  /** Why, where the verdict is neither `pass` nor `fail`, or is `pass` because the subject refused an unsafe policy. */
  readonly why?: string
  readonly misses: readonly Miss[]
  /** The steps as they went over the wire; a raw request is an exchange without a page's steps. */
  readonly exchanges: readonly Exchange[]
  /** How many milliseconds it took, the start of the server included. */
  readonly duration: number
}

/** The result of an examination; the shape of every JSON file that Corsac's tools write. */
export interface ConformanceReport {
  readonly tool: '@corsac/test-kit'
  readonly version: string
  /** When it was made, ISO 8601. */
  readonly date: string
  readonly machine: { readonly platform: string; readonly arch: string; readonly node: string }
  readonly subjects: readonly { readonly name: string; readonly version?: string }[]
  readonly figures: readonly { readonly name: string; readonly value: number; readonly unit: string }[]
  readonly results: readonly CaseResult[]
}
