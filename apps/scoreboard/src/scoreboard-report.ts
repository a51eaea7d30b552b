import { arch, cpus, platform } from 'node:os'
import type { CaseResult, ConformanceCase, ConformanceSubject, ConformanceSuite } from '@corsac/test-kit'
import scoreboard from '../package.json' with { type: 'json' }
import { discloseResults, type WithheldCount } from './disclosure.ts'
import type { PackageRelease } from './package-release.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** What a case says, told once for all subjects. */
export type ScoreboardCase = Pick<
  ConformanceCase,
  'id' | 'requirement' | 'kind' | 'spec' | 'advisories' | 'policy' | 'hostile' | 'unsafePolicy'
>

/** What may be published of one result; the rest is that of its case. A pass comes without its exchanges. */
export type ScoreboardResult = Pick<CaseResult, 'id' | 'verdict' | 'why' | 'misses' | 'exchanges' | 'duration'>

/** One column. */
export interface ScoreboardSubject extends Pick<SubjectEntry, 'id' | 'party' | 'documentation' | 'advisories'> {
  readonly name: string
  /** The package that was examined, and which release of it; `null` where it is not installed. */
  readonly package: SubjectEntry['package'] & { readonly release: PackageRelease | null }
  /** What it cannot do, each with the reason. */
  readonly lacks: NonNullable<ConformanceSubject['lacks']>
  /** Why it was not examined; absent where it was. */
  readonly notRun?: string
  /** The results that may be shown, in the order of the cases. */
  readonly results: readonly ScoreboardResult[]
  /** The results that are only counted: see `discloseResults`. */
  readonly withheld: readonly WithheldCount[]
}

/** All columns, in the shape that every measuring command of Corsac writes. */
export interface ScoreboardReport {
  readonly tool: '@corsac/scoreboard'
  readonly version: string
  /** The version of this shape; a page that reads it refuses others. */
  readonly format: 1
  /** When it was made, ISO 8601. */
  readonly date: string
  readonly machine: {
    readonly platform: string
    readonly arch: string
    readonly node: string
    readonly cpu: string
    readonly cores: number
  }
  readonly suites: readonly { readonly id: string; readonly title: string; readonly cases: readonly ScoreboardCase[] }[]
  readonly subjects: readonly ScoreboardSubject[]
  readonly figures: readonly { readonly name: string; readonly value: number; readonly unit: string }[]
}

/** What became of one entry, before anything is withheld. */
export interface SubjectRun {
  readonly entry: SubjectEntry
  readonly name: string
  readonly release: PackageRelease | null
  readonly lacks: NonNullable<ConformanceSubject['lacks']>
  /** The results of all cases, or why there are none. */
  readonly outcome: { readonly results: readonly CaseResult[] } | { readonly notRun: string }
}

/** Makes the report that may be published. */
export function createScoreboardReport(
  runs: readonly SubjectRun[],
  suites: readonly ConformanceSuite[],
): ScoreboardReport {
  const cases = suites.flatMap((suite) => suite.cases)
  const processors = cpus()
  return {
    tool: '@corsac/scoreboard',
    version: scoreboard.version,
    format: 1,
    date: new Date().toISOString(),
    machine: {
      platform: platform(),
      arch: arch(),
      node: process.versions.node,
      cpu: processors[0]?.model ?? 'unknown',
      cores: processors.length,
    },
    suites: suites.map(({ id, title, cases: ofSuite }) => ({ id, title, cases: ofSuite.map(describeCase) })),
    subjects: runs.map((run) => describeRun(run, cases)),
    figures: runs.flatMap(figuresOf),
  }
}

function describeCase(conformanceCase: ConformanceCase): ScoreboardCase {
  const { advisories, hostile, id, kind, policy, requirement, spec, unsafePolicy } = conformanceCase
  return {
    id,
    requirement,
    kind,
    spec,
    policy,
    ...(advisories === undefined ? {} : { advisories }),
    ...(hostile === undefined ? {} : { hostile }),
    ...(unsafePolicy === undefined ? {} : { unsafePolicy }),
  }
}

function describeRun(
  { entry, lacks, name, outcome, release }: SubjectRun,
  cases: readonly ConformanceCase[],
): ScoreboardSubject {
  const { advisories, documentation, id, party } = entry
  const subject = { id, name, party, documentation, advisories, package: { ...entry.package, release }, lacks }
  if ('notRun' in outcome) return { ...subject, notRun: outcome.notRun, results: [], withheld: [] }
  const { shown, withheld } = discloseResults(entry, outcome.results, cases)
  return { ...subject, results: shown.map(describeResult), withheld }
}

/** Exchanges are nine tenths of a report; those that were as they should be are left out. */
function describeResult({ duration, exchanges, id, misses, verdict, why }: CaseResult): ScoreboardResult {
  const kept = verdict === 'pass' ? [] : exchanges
  return { id, verdict, ...(why === undefined ? {} : { why }), misses, exchanges: kept, duration }
}

function figuresOf({ entry, outcome }: SubjectRun): ScoreboardReport['figures'] {
  if ('notRun' in outcome) return []
  const { results } = outcome
  return (['must', 'should'] as const).flatMap((kind) =>
    (['pass', 'fail', 'not-applicable', 'subject-error'] as const).map((verdict) => ({
      name: `${entry.id}: ${kind}: ${verdict}`,
      value: results.filter((result) => result.kind === kind && result.verdict === verdict).length,
      unit: 'cases',
    })),
  )
}
