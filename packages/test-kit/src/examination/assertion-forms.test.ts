import { describe, expect, it } from 'vitest'
import type { CaseStep, ConformanceCase } from '../cases/conformance-case.ts'
import { examine } from '../running/examine.ts'
import type { CaseResult } from '../reports/report.ts'
import { get, preflight, readable, refused } from '../suites/steps.ts'
import { twoOrigins } from '../suites/policies.ts'
import { createReferenceInProcess } from './reference-in-process.ts'
import { referenceRules } from './reference-rules.ts'
import type { RuleSet } from './rule-set.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'

/** One form of assertion, and a server that is wrong in what it asserts. */
interface Form {
  readonly form: string
  readonly steps: readonly CaseStep[]
  readonly wrong: Partial<RuleSet>
  /** What the miss says that it has looked at. */
  readonly subject: string
  readonly rest?: Partial<ConformanceCase>
}

const nothingVaries: Partial<RuleSet> = { vary: () => [] }
const nothingShared: Partial<RuleSet> = { allowOrigin: () => null }
const noMethods: Partial<RuleSet> = { allowMethods: () => null }
const put = { page: A, preflight: { path: '/data', method: 'PUT' } } as const

const forms: readonly Form[] = [
  { form: 'a status', steps: [get(A, { status: 200 })], wrong: { relay: failing }, subject: 'status' },
  {
    form: 'one of several statuses',
    steps: [get(A, { status: [200, 204] })],
    wrong: { relay: failing },
    subject: 'status',
  },
  { form: 'an ok status', steps: [get(A, { status: 'ok' })], wrong: { relay: failing }, subject: 'status' },
  {
    form: 'the value of a header',
    steps: [get(A, { headers: { 'access-control-allow-origin': A } })],
    wrong: nothingShared,
    subject: 'header access-control-allow-origin',
  },
  {
    form: 'the absence of a header',
    steps: [get(EVIL, { headers: { 'access-control-allow-origin': null } })],
    wrong: { allowOrigin: () => 'null' },
    subject: 'header access-control-allow-origin',
  },
  {
    form: 'values that a header must not have',
    steps: [get(EVIL, { headers: { 'access-control-allow-origin': { noneOf: [EVIL] } } })],
    wrong: { allowOrigin: ({ request }) => request.origin },
    subject: 'header access-control-allow-origin',
  },
  {
    form: 'the form of the value of a header',
    steps: [preflight(A, 'PUT', { headers: { 'access-control-max-age': { form: 'delta-seconds' } } })],
    wrong: { maxAge: () => '10m' },
    subject: 'header access-control-max-age',
  },
  {
    form: 'the only CORS headers',
    steps: [get(EVIL, { onlyAccessControl: [] })],
    wrong: { maxAge: () => '5' },
    subject: 'access-control-* headers',
  },
  {
    form: 'members that a list must have',
    steps: [preflight(A, 'PUT', { lists: { 'access-control-allow-methods': { includes: ['PUT'] } } })],
    wrong: noMethods,
    subject: 'header access-control-allow-methods',
  },
  {
    form: 'members that a list must not have',
    steps: [preflight(A, 'PUT', { lists: { 'access-control-allow-methods': { excludes: ['DELETE'] } } })],
    wrong: { allowMethods: () => 'PUT, DELETE' },
    subject: 'header access-control-allow-methods',
  },
  {
    form: 'members that Vary must have',
    steps: [get(A, { vary: { includes: ['origin'] } })],
    wrong: nothingVaries,
    subject: 'header vary',
  },
  {
    form: 'members that Vary must not have',
    steps: [get(A, { vary: { excludes: ['cookie'] } })],
    wrong: { vary: () => ['Origin', 'Cookie'] },
    subject: 'header vary',
  },
  {
    form: 'members of Vary that are there once',
    steps: [get(A, { vary: { unique: true } })],
    wrong: { vary: () => ['Origin', 'origin'], mergeVary: (_own, added) => added.join(', ') },
    subject: 'header vary',
  },
  {
    form: 'that the application has handled a request',
    steps: [get(A, { handled: true })],
    wrong: { turnsAway: ({ request }) => request.path === '/data' },
    subject: 'handled by the application',
  },
  {
    form: 'that the application has not handled a request',
    steps: [preflight(A, 'PUT', { handled: false })],
    wrong: { passesOn: () => true },
    subject: 'handled by the application',
  },
  {
    form: 'the size of the header section',
    steps: [preflight(A, 'PUT', { maxHeaderBytes: 2048 }, { names: 'a'.repeat(3000) })],
    wrong: { allowHeaders: ({ request }) => request.requestHeaders },
    subject: 'size of the header section',
  },
  {
    form: 'a text in the body',
    steps: [get(A, { bodyIncludes: 'exam' })],
    wrong: { relay: (response) => ({ ...response, chunks: [] }) },
    subject: 'body',
  },
  { form: 'an outcome', steps: [readable(A)], wrong: nothingShared, subject: 'outcome' },
  {
    form: 'the reason of an outcome',
    steps: [refused(A, { method: 'DELETE' }, { reason: 'preflight-method-not-allowed' })],
    wrong: nothingShared,
    subject: 'reason',
  },
  {
    form: 'headers that a page must be able to read',
    steps: [readable(A, {}, { exposed: { includes: ['x-exam'] } })],
    wrong: { exposeHeaders: () => null },
    subject: 'exposed headers',
  },
  {
    form: 'headers that a page must be able to read where they are there',
    steps: [readable(A, {}, { exposed: { wherePresent: ['x-exam', 'x-absent'] } })],
    wrong: { exposeHeaders: () => null },
    subject: 'exposed headers',
  },
  {
    form: 'headers that a page must not be able to read',
    steps: [readable(A, {}, { exposed: { excludes: ['etag'] } })],
    wrong: { exposeHeaders: () => '*' },
    subject: 'exposed headers',
  },
  {
    form: 'the response to a preflight',
    steps: [readable(A, { method: 'PUT' }, { preflightResponse: { status: 204 } })],
    wrong: { preflightStatus: () => 200 },
    subject: 'preflight response: status',
  },
  {
    form: 'the response to the request itself',
    steps: [readable(A, { method: 'PUT' }, { response: { status: 200 } })],
    wrong: { relay: failing },
    subject: 'response: status',
  },
  {
    form: 'that a preflight passes',
    steps: [{ ...put, expect: { passes: true } }],
    wrong: noMethods,
    subject: 'preflight',
  },
  {
    form: 'that a preflight is refused',
    steps: [{ page: EVIL, preflight: put.preflight, expect: { passes: false } }],
    wrong: { isOriginAllowed: () => true },
    subject: 'preflight',
  },
  {
    form: 'the reason why a preflight is refused',
    steps: [{ page: EVIL, preflight: put.preflight, expect: { passes: false, reason: 'preflight-origin-missing' } }],
    wrong: { allowOrigin: () => A },
    subject: 'reason',
  },
  {
    form: 'the response to a preflight alone',
    steps: [{ ...put, expect: { passes: true, response: { status: 204 } } }],
    wrong: { preflightStatus: () => 200 },
    subject: 'preflight response: status',
  },
  {
    form: 'that responses that differ vary',
    steps: [get(A, {}), get(EVIL, {})],
    wrong: nothingVaries,
    subject: 'header vary',
    rest: { across: { varyWhereDifferent: 'origin' } },
  },
]

function failing(): ReturnType<RuleSet['relay']> {
  return { status: 500, headers: [], chunks: [], made: 'responded' }
}

async function examineForm({ form, rest, steps }: Form, change: Partial<RuleSet>): Promise<CaseResult | undefined> {
  const { subject, transport } = createReferenceInProcess('server', { ...referenceRules, ...change })
  const conformanceCase: ConformanceCase = {
    id: 'forms/one',
    requirement: `It asserts ${form}.`,
    kind: 'must',
    spec: [],
    policy: twoOrigins,
    steps,
    ...rest,
  }
  const { results } = await examine(subject, { cases: [conformanceCase], transport })
  return results[0]
}

describe('a case that asserts', () => {
  it.each(forms)('$form passes a server that is right', async (form) => {
    await expect(examineForm(form, {})).resolves.toMatchObject({ verdict: 'pass', misses: [] })
  })

  it.each(forms)('$form fails a server that is not', async (form) => {
    const result = await examineForm(form, form.wrong)
    expect(result?.verdict).toBe('fail')
    expect(result?.misses.map(({ subject }) => subject)).toContain(form.subject)
  })
})
