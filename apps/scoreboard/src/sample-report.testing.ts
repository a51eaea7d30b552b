import type { CaseResult, ConformanceCase, ConformanceSuite, Verdict } from '@corsac/test-kit'
import type { PackageRelease } from './package-release.ts'
import { createScoreboardReport, type ScoreboardReport, type SubjectRun } from './scoreboard-report.ts'
import type { SubjectEntry } from './subject-entry.ts'

type Exchange = CaseResult['exchanges'][number]

/** What a server may send to whoever shows it. */
const HOSTILE_TEXT = `</script><script>document.title = 'taken'</script><img src="https://evil.example/" onerror="alert(1)">`

const fetchStandard = 'https://fetch.spec.whatwg.org/#concept-cors-check'

function caseOf(id: string, kind: ConformanceCase['kind'], rest: Partial<ConformanceCase> = {}): ConformanceCase {
  return { id, requirement: `The requirement of ${id}.`, kind, spec: [fetchStandard], policy: {}, steps: [], ...rest }
}

const suites: readonly ConformanceSuite[] = [
  {
    id: 'cors-check',
    title: 'The CORS check',
    cases: [
      caseOf('cors-check/readable', 'must', { policy: { allowOrigins: ['http://127.0.0.1:3000'] } }),
      caseOf('cors-check/neat', 'should'),
      caseOf('cors-check/taste', 'observe'),
      caseOf('cors-check/refused', 'must', { hostile: true }),
    ],
  },
  { id: 'timing', title: 'Timing-Allow-Origin', cases: [caseOf('timing/hidden', 'must')] },
  {
    id: 'hostile-origins',
    title: 'Hostile origins',
    cases: [caseOf('hostile-origins/prefix', 'must', { hostile: true })],
  },
  { id: 'lists', title: 'Lists', cases: [caseOf('lists/sorted', 'should', { spec: ['javascript:alert(1)'] })] },
]

const message: Exchange['messages'][number] = {
  purpose: 'actual',
  request: { method: 'GET', url: 'http://127.0.0.1:40000/data', headers: [['Origin', 'https://a.example']] },
  response: {
    status: 200,
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['X-Sent', HOSTILE_TEXT],
    ],
  },
}

const exchange: Exchange = {
  page: { origin: 'https://a.example' },
  request: {
    method: 'GET',
    url: 'http://127.0.0.1:40000/data',
    headers: [],
    credentials: 'include',
    mode: 'cors',
    redirect: 'follow',
  },
  messages: [message],
  outcome: 'blocked',
  reason: null,
  exposedHeaders: [],
  steps: [
    {
      algorithm: 'CORS check',
      anchor: fetchStandard,
      verdict: 'fail',
      text: 'With credentials "*" is taken literally.',
    },
  ],
}

const byHand: Exchange = { ...exchange, steps: [], messages: [{ ...message, response: null }] }

function resultOf({ id, kind, policy, requirement, spec }: ConformanceCase, verdict: Verdict): CaseResult {
  const misses =
    verdict === 'fail' ? [{ step: 0, subject: 'outcome', expected: 'readable', actual: `blocked ${HOSTILE_TEXT}` }] : []
  const why = verdict === 'not-applicable' ? { why: 'It does not know the header.' } : {}
  const exchanges = verdict === 'not-applicable' ? [] : [exchange, byHand]
  return { id, requirement, kind, spec, policy, verdict, ...why, misses, exchanges, duration: 1 }
}

const PLATFORMS = { workspace: 'Node', npm: 'Node', debian: 'Proxies', runtime: 'Node' }

const cases = suites.flatMap((suite) => suite.cases)

/** Runs a subject of whose cases all pass but those that are named. */
function runOf(
  id: string,
  {
    party = 'third',
    registry = 'npm',
  }: { party?: SubjectEntry['party']; registry?: SubjectEntry['package']['registry'] },
  release: PackageRelease | null,
  verdicts: Readonly<Record<string, Verdict>> | string = {},
): SubjectRun {
  const outcome =
    typeof verdicts === 'string'
      ? { notRun: verdicts }
      : { results: cases.map((each) => resultOf(each, verdicts[each.id] ?? 'pass')) }
  const documentation = party === 'third' ? `https://${id}.example/docs` : `packages/${id}/README.md`
  return {
    entry: {
      id,
      party,
      package: { registry, name: `@scope/${id}` },
      platform: PLATFORMS[registry],
      documentation,
      advisories: [],
    },
    name: `The ${id} middleware`,
    release,
    lacks: party === 'third' ? { timing: 'It does not know the header.' } : {},
    configuration: [{ path: 'app.mjs', text: `cors({ origin: '${HOSTILE_TEXT}' })\n` }],
    outcome,
  }
}

const everyCase = (verdict: Verdict) => Object.fromEntries(cases.map(({ id }) => [id, verdict]))

const runs: readonly SubjectRun[] = [
  runOf(
    'ours',
    { party: 'corsac', registry: 'workspace' },
    { version: '0.1.0', released: null, currency: 'workspace' },
  ),
  runOf(
    'peer',
    {},
    { version: '2.0.0', released: '2026-11-01T10:00:00.000Z', currency: 'newest' },
    {
      'cors-check/readable': 'fail',
      'cors-check/neat': 'fail',
      'cors-check/taste': 'fail',
      'hostile-origins/prefix': 'fail',
      'timing/hidden': 'not-applicable',
    },
  ),
  runOf('old', {}, { version: '1.0.0', released: '2020-01-01T10:00:00.000Z', currency: 'outdated', newest: '9.9.9' }),
  runOf(
    'broken',
    { registry: 'debian' },
    { version: '1.2-3', released: null, currency: 'distribution' },
    everyCase('subject-error'),
  ),
  runOf('gone', { registry: 'debian' }, null, 'The Debian package gone is missing.'),
]

/** A report with every sign that a page can have, and texts that would run if a page let them. */
export const sampleReport: ScoreboardReport = {
  ...createScoreboardReport(runs, suites),
  date: '2026-11-22T12:00:00.000Z',
}
