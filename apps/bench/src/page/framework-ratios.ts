import type { FrameworkSummary, Ratio, ScenarioSummary } from '../frameworks/summary.ts'
import type { BenchReport } from '../report-file.ts'
import { findPassLine } from './pass-line.ts'

/** By what the overhead of Corsac is divided. */
export type Divisor = 'toInline' | 'toPeer'

/** A ratio by which a goal is judged. */
export interface JudgedRatio {
  readonly ratio: Ratio
  /** Up to where it passes. */
  readonly atMost: number | undefined
}

const LINES: Readonly<Record<Divisor, string>> = { toInline: 'to by hand', toPeer: 'to the usual package' }

/** The ratio of a scenario with its pass line; `null` where there is nothing to divide by. */
export function judgeScenario(
  report: Pick<BenchReport, 'passLines'>,
  framework: Pick<FrameworkSummary, 'name'>,
  scenario: ScenarioSummary,
  to: Divisor,
): JudgedRatio | null {
  const ratio = scenario[to]
  if (ratio === null) return null
  return { ratio, atMost: findPassLine(report, `${framework.name}, ${scenario.name}, ${LINES[to]}`) }
}

/** The ratios of what applications get every day, by packages that answer rightly. */
export function judgedRatios(
  report: Pick<BenchReport, 'passLines'>,
  framework: FrameworkSummary,
  to: Divisor,
): readonly JudgedRatio[] {
  return framework.scenarios
    .filter(({ ordinary, peerIsRight }) => ordinary && (to === 'toInline' || peerIsRight))
    .flatMap((scenario) => judgeScenario(report, framework, scenario, to) ?? [])
}
