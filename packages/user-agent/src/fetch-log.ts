import { type AlgorithmName, ALGORITHMS } from './algorithm.ts'
import type { CheckResult } from './check-result.ts'
import type { ExchangeMessage, ExchangeStep } from './exchange.ts'

/** What a running fetch writes down: the only thing about it that changes. */
export interface FetchLog {
  readonly messages: ExchangeMessage[]
  readonly steps: ExchangeStep[]
}

/** Writes down a step of an algorithm. */
export function recordStep(
  log: FetchLog,
  algorithm: AlgorithmName,
  verdict: ExchangeStep['verdict'],
  text: string,
): void {
  log.steps.push({ algorithm, anchor: ALGORITHMS[algorithm], verdict, text })
}

/** Writes down what a check came to. */
export function recordCheck(
  log: FetchLog,
  algorithm: AlgorithmName,
  check: Pick<CheckResult, 'passed' | 'text'>,
): void {
  recordStep(log, algorithm, check.passed ? 'pass' : 'fail', check.text)
}
