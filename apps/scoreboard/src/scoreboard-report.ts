import type { CaseResult, ConformanceCase, ConformanceSubject, ConformanceSuite } from '@corsac/test-kit'
import scoreboard from '../package.json' with { type: 'json' }
import { discloseResults, type WithheldCount } from './disclosure.ts'
import { type Figure, figuresOf } from './figures.ts'
import { describeMachine, type Machine } from './machine.ts'
import { neutralizeReport } from './neutral-report.ts'
import type { PackageRelease } from './package-release.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** What a case says, told once for all subjects. */
export type ScoreboardCase = Pick<
  ConformanceCase,
  'id' | 'requirement' | 'kind' | 'spec' | 'advisories' | 'policy' | 'hostile' | 'unsafePolicy'
>

/** What may be published of one result; the rest is that of its case. */
export type ScoreboardResult = Pick<CaseResult, 'id' | 'verdict' | 'why' | 'misses' | 'exchanges' | 'duration'>

/** A file of what was examined, which shows how it was configured. */
export interface ConfigurationFile {
  /** Its path in this repository. */
  readonly path: string
  readonly text: string
}

/** One column. */
export interface ScoreboardSubject extends Pick<
  SubjectEntry,
  'id' | 'party' | 'platform' | 'documentation' | 'advisories'
> {
  readonly name: string
  /** The package that was examined, and which release of it; `null` where it is not installed. */
  readonly package: SubjectEntry['package'] & { readonly release: PackageRelease | null }
  /** What it cannot do, each with the reason. */
  readonly lacks: NonNullable<ConformanceSubject['lacks']>
  /** How it was configured. */
  readonly configuration: readonly ConfigurationFile[]
  /** Why it was not examined; absent where it was. */
  readonly notRun?: string
  /** What was wrong with it as a whole; absent where it answered. */
  readonly broken?: string
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
  readonly format: 2
  /** When it was made, ISO 8601. */
  readonly date: string
  readonly machine: Machine
  readonly suites: readonly { readonly id: string; readonly title: string; readonly cases: readonly ScoreboardCase[] }[]
  readonly subjects: readonly ScoreboardSubject[]
  readonly figures: readonly Figure[]
}

/** What became of one entry, before anything is withheld. */
export interface SubjectRun {
  readonly entry: SubjectEntry
  readonly name: string
  readonly release: PackageRelease | null
  readonly lacks: NonNullable<ConformanceSubject['lacks']>
  readonly configuration: readonly ConfigurationFile[]
  /** The results of all cases, or why there are none. */
  readonly outcome: { readonly results: readonly CaseResult[] } | { readonly notRun: string }
}

/** Makes the report that may be published. */
export function createScoreboardReport(
  runs: readonly SubjectRun[],
  suites: readonly ConformanceSuite[],
): ScoreboardReport {
  const cases = suites.flatMap((suite) => suite.cases)
  return neutralizeReport({
    tool: '@corsac/scoreboard',
    version: scoreboard.version,
    format: 2,
    date: new Date().toISOString(),
    machine: describeMachine(),
    suites: suites.map(({ id, title, cases: ofSuite }) => ({ id, title, cases: ofSuite.map(describeCase) })),
    subjects: runs.map((run) => describeRun(run, cases)),
    figures: runs.flatMap(({ entry, outcome }) => ('notRun' in outcome ? [] : figuresOf(entry.id, outcome.results))),
  })
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
  { configuration, entry, lacks, name, outcome, release }: SubjectRun,
  cases: readonly ConformanceCase[],
): ScoreboardSubject {
  const { advisories, documentation, id, party, platform } = entry
  const examined = { ...entry.package, release }
  const subject = { id, name, party, platform, documentation, advisories, package: examined, lacks, configuration }
  if ('notRun' in outcome) return { ...subject, notRun: outcome.notRun, results: [], withheld: [] }
  if (!outcome.results.some(isAnswer)) {
    // Of what answered nothing, nothing is learned that had to be withheld.
    return { ...subject, broken: 'It did not start, or answered no request.', results: [], withheld: [] }
  }
  const { shown, withheld } = discloseResults(entry, outcome.results, cases)
  return { ...subject, results: shown.map(describeResult), withheld }
}

function isAnswer({ verdict }: CaseResult): boolean {
  return verdict === 'pass' || verdict === 'fail'
}

function describeResult({ duration, exchanges, id, misses, verdict, why }: CaseResult): ScoreboardResult {
  return {
    id,
    verdict,
    ...(why === undefined ? {} : { why }),
    misses,
    exchanges: exchanges.map(withoutBodies),
    duration,
  }
}

/** CORS is in the heads; bodies have stack traces and the folders of the machine in them. */
function withoutBodies(exchange: CaseResult['exchanges'][number]): CaseResult['exchanges'][number] {
  const messages = exchange.messages.map(({ response, ...message }) => ({
    ...message,
    response: response === null ? null : { status: response.status, headers: response.headers },
  }))
  return { ...exchange, messages }
}
