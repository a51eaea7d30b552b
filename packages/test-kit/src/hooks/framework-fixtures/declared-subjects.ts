import type { ConformanceSuite } from '../../cases/conformance-case.ts'
import type { DescribeConformanceOptions } from '../describe-conformance.ts'
import { referenceRules } from '../../examination/reference-rules.ts'
import { createReferenceSubject } from '../../examination/reference-server.ts'
import { NotApplicableError } from '../../subjects/not-applicable-error.ts'
import type { ConformanceSubject } from '../../subjects/subject.ts'

const twoOrigins = { allowOrigins: ['https://a.example', 'https://b.example'], allowMethods: ['PUT'] }
const refusedPreflight = [
  ['origin', 'https://evil.example'],
  ['access-control-request-method', 'PUT'],
] as const

/** A case for everything that can become of one. */
const suites: readonly ConformanceSuite[] = [
  {
    id: 'preflights',
    title: 'Preflights',
    cases: [
      {
        id: 'preflights/allowed',
        requirement: 'A PUT from a listed origin passes its preflight and can be read.',
        kind: 'must',
        spec: [],
        policy: twoOrigins,
        steps: [
          { page: 'https://a.example', request: { path: '/data', method: 'PUT' }, expect: { outcome: 'readable' } },
        ],
      },
      {
        id: 'preflights/any-origin',
        requirement: 'A PUT from any origin passes its preflight and can be read.',
        kind: 'must',
        spec: [],
        policy: { allowMethods: ['PUT'] },
        steps: [
          { page: 'https://a.example', request: { path: '/data', method: 'PUT' }, expect: { outcome: 'readable' } },
        ],
      },
      {
        id: 'preflights/not-handled',
        requirement: 'A preflight that is refused never reaches the application.',
        kind: 'must',
        spec: [],
        policy: twoOrigins,
        needs: ['handled'],
        steps: [{ raw: { method: 'OPTIONS', path: '/data', headers: refusedPreflight }, expect: { handled: false } }],
      },
      {
        id: 'preflights/forbidden',
        requirement: 'A preflight whose origin is refused is answered with 403.',
        kind: 'observe',
        spec: [],
        policy: twoOrigins,
        steps: [{ raw: { method: 'OPTIONS', path: '/data', headers: refusedPreflight }, expect: { status: 403 } }],
      },
    ],
  },
  {
    id: 'caches',
    title: 'HTTP caches',
    cases: [
      {
        id: 'caches/refused-varies',
        requirement: 'The response to an origin that is not listed varies on Origin.',
        kind: 'must',
        spec: ['https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches'],
        policy: twoOrigins,
        steps: [
          {
            raw: { method: 'GET', path: '/data', headers: [['origin', 'https://evil.example']] },
            expect: { vary: { includes: ['origin'] } },
          },
        ],
      },
      {
        id: 'caches/constant',
        requirement: 'A response that is the same for every origin does not vary on it.',
        kind: 'should',
        spec: [],
        policy: {},
        steps: [{ raw: { method: 'GET', path: '/data', headers: [] }, expect: { vary: { excludes: ['origin'] } } }],
      },
    ],
  },
]

const reference = createReferenceSubject('right', referenceRules)
const tasteless = createReferenceSubject('tasteless', {
  ...referenceRules,
  preflightStatus: () => 200,
  vary: (situation) => ['Origin', ...referenceRules.vary(situation)],
})

/** Declares the same subjects, most of which fail, with the hook of any test framework. */
export function declareSubjects(
  describeConformance: (subject: ConformanceSubject, options?: DescribeConformanceOptions) => void,
): void {
  describeConformance(reference, {
    suites,
    onReport: ({ results }) => {
      console.info(`reported ${results.length}`)
    },
  })
  describeConformance(createReferenceSubject('wrong', { ...referenceRules, vary: () => [] }), { suites })
  describeConformance(tasteless, { suites })
  describeConformance({ ...tasteless, name: 'strict' }, { suites, strict: true })
  describeConformance({ ...reference, name: 'limited', lacks: { handled: 'It does not count.' } }, { suites })
  describeConformance(
    {
      ...reference,
      name: 'late',
      start: (assignment) =>
        assignment.allowOrigins === '*'
          ? Promise.reject(new NotApplicableError('It shares with nobody unknown.'))
          : reference.start(assignment),
    },
    { suites },
  )
  describeConformance({ name: 'dead', start: () => Promise.reject(new Error('port in use')) }, { suites })
}
