import type { Exchange } from '@corsac/user-agent'
import { createResult } from './case-result.testing.ts'
import { createReport } from './conformance-report.ts'
import type { CaseResult, ConformanceReport, Verdict } from './report.ts'

/** Text as a server, or its log, may have it, against whatever format it is written in. */
export const hostileText =
  '\u001b[31m</script><script>alert("1")</script>\u0000\u0008 ]]> # TODO \\ ``` </details> | & é 😀 \ud800\n...\nnot ok 1'

const request = {
  method: 'GET',
  url: 'http://127.0.0.1:4000/data?<b>',
  headers: [['Origin', 'https://b.example']],
} as const

/** An exchange that ends with the response being withheld. */
export const blockedExchange: Exchange = {
  page: { origin: 'https://b.example' },
  request: { ...request, credentials: 'omit', mode: 'cors', redirect: 'follow' },
  messages: [
    {
      purpose: 'actual',
      request,
      response: { status: 200, headers: [['x-powered-by', `<img src=x onerror="alert('2')">`]] },
    },
  ],
  outcome: 'blocked',
  reason: 'origin-missing',
  exposedHeaders: [],
  steps: [
    {
      algorithm: 'CORS check',
      anchor: 'https://fetch.spec.whatwg.org/#concept-cors-check',
      verdict: 'fail',
      text: 'The response has no Access-Control-Allow-Origin.',
    },
  ],
}

/** A result for each verdict and, where it was missed, each kind. */
export const sampleResults = {
  passed: createResult({ id: 'http-caches/passed' }),
  failed: createResult({
    id: 'http-caches/failed',
    requirement: 'It can be read & shared.',
    spec: ['https://fetch.spec.whatwg.org/#concept-cors-check'],
    policy: { allowOrigins: ['https://b.example'] },
    verdict: 'fail',
    misses: [{ step: 0, subject: 'outcome', expected: 'readable', actual: 'blocked (origin-missing)' }],
    exchanges: [blockedExchange],
    duration: 1500,
  }),
  warned: createResult({
    id: 'http-caches/warned',
    kind: 'should',
    verdict: 'fail',
    misses: [{ step: 0, subject: 'header vary', expected: 'with origin', actual: 'absent' }],
  }),
  differs: createResult({
    id: 'routes/differs',
    kind: 'observe',
    verdict: 'fail',
    misses: [{ step: 0, subject: 'status', expected: '403', actual: '200' }],
  }),
  notApplicable: createResult({ id: 'routes/skipped', verdict: 'not-applicable', why: 'It knows no # paths.' }),
  broken: createResult({ id: 'routes/broken', verdict: 'subject-error', why: hostileText }),
  unexamined: createResult({ id: 'other/unexamined', verdict: 'examiner-error', why: 'the step sent nothing' }),
} as const satisfies Record<string, CaseResult>

/** Makes a report on a subject with an awkward name. */
export function createSampleReport(...results: readonly CaseResult[]): ConformanceReport {
  const start = () => Promise.reject(new Error('not asked'))
  return createReport({ name: 'my <b>&"server"', version: '1.2.3', start }, results)
}

/** A report with everything in it. */
export const sampleReport: ConformanceReport = createSampleReport(...Object.values(sampleResults))

/** A report of one result for each verdict, by the verdict. */
export function reportOf(verdict: Verdict): ConformanceReport {
  return createSampleReport(createResult({ verdict, why: 'so' }))
}
