import type { ReasonCode } from './reason-code.ts'

/** What a check of the standard came to: whether it passed, the step that failed otherwise, and both in a sentence. */
export type CheckResult<Reason extends ReasonCode = ReasonCode> = CheckPassed | CheckFailed<Reason>

/** A check that passed. */
export interface CheckPassed {
  readonly passed: true
  /** What was found. Values are quoted and escaped. */
  readonly text: string
}

/** A check that failed: a network error, in the words of the standard. */
export interface CheckFailed<Reason extends ReasonCode = ReasonCode> {
  readonly passed: false
  /** The step that failed. */
  readonly reason: Reason
  /** What was found, and why it fails. Values are quoted and escaped. */
  readonly text: string
}
