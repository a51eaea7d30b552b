import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import caseSchema from '../../schemas/case.schema.json' with { type: 'json' }
import policySchema from '../../schemas/exam-policy.schema.json' with { type: 'json' }
import type {
  ConformanceCase,
  PageStep,
  PreflightStep,
  RawStep,
  ResponseExpectation,
} from '../cases/conformance-case.ts'
import { conformanceCases } from '../cases/conformance-suites.ts'
import { deriveCases } from '../derived/derive-cases.ts'
import { completeAssignment, type ExamAssignment } from '../exam/exam-policy.ts'
import type { Capability } from '../subjects/subject.ts'
import { publishedData } from './published-data.ts'

const ajv = new Ajv2020({ strict: true, strictTypes: true, allErrors: true, allowUnionTypes: true })
const acceptsCase = ajv.compile<ConformanceCase>(caseSchema)
const acceptsPolicy = ajv.compile<ExamAssignment>(policySchema)

/** The keys of a type, all of them: the compiler asks for the ones that are left out. */
type KeysOf<Type> = Readonly<Record<keyof Type, true>>

const caseKeys: KeysOf<ConformanceCase> = {
  id: true,
  requirement: true,
  kind: true,
  spec: true,
  advisories: true,
  policy: true,
  unsafePolicy: true,
  needs: true,
  hostile: true,
  steps: true,
  across: true,
}
const responseKeys: KeysOf<ResponseExpectation> = {
  status: true,
  headers: true,
  onlyAccessControl: true,
  lists: true,
  vary: true,
  handled: true,
  maxHeaderBytes: true,
  bodyIncludes: true,
}
const requestKeys: KeysOf<PageStep['request']> = {
  path: true,
  method: true,
  headers: true,
  credentials: true,
  mode: true,
  redirect: true,
  body: true,
}
const pageKeys: KeysOf<PageStep['expect']> = {
  outcome: true,
  reason: true,
  preflight: true,
  exposed: true,
  preflightResponse: true,
  response: true,
}
const preflightKeys: KeysOf<PreflightStep['preflight']> = { path: true, method: true, headers: true, credentials: true }
const preflightExpectKeys: KeysOf<PreflightStep['expect']> = { passes: true, reason: true, response: true }
const rawKeys: KeysOf<RawStep['raw']> = { method: true, path: true, headers: true }
const capabilities: Readonly<Record<Capability, true>> = {
  routes: true,
  'allow-origins-patterns': true,
  'port-patterns': true,
  'null-origin': true,
  'credentialed-wildcards': true,
  'max-age': true,
  'max-age-zero': true,
  timing: true,
  'own-options': true,
  'own-cors': true,
  'write-head': true,
  'preflight-status': true,
  handled: true,
  upgrade: true,
  'exam-endpoints': true,
}

describe('the published data', () => {
  it.each(Object.entries(publishedData))(
    'is what the source says: data/%s (else run `npm run data`)',
    (name, members) => {
      const published: unknown = JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'))
      expect(published).toEqual(members)
    },
  )

  it('is in the package, and can be imported from it', () => {
    const names = [...Object.keys(publishedData), 'case.schema.json', 'exam-policy.schema.json']
    const { exports: inWorkspace, files, publishConfig } = packageJson
    expect(files).toEqual(expect.arrayContaining(['data', 'schemas', 'EXAM.md', 'MUTANTS.md']))
    for (const exported of [inWorkspace, publishConfig.exports]) {
      expect(Object.keys(exported)).toEqual(expect.arrayContaining(names.map((name) => `./${name}`)))
    }
  })
})

describe('case.schema.json', () => {
  it('describes every case', () => {
    const odd = conformanceCases.filter((one) => !acceptsCase(one))
    expect(odd.map(({ id }) => id)).toEqual([])
  })

  it('describes derived cases', () => {
    const derived = deriveCases({ allowOrigins: ['https://*.a.example'], allowMethods: ['PATCH'] }, [
      '/',
      '/items?page=1',
    ])
    expect(derived.filter((one) => !acceptsCase(one)).map(({ id }) => id)).toEqual([])
  })

  it('knows the keys of the types, and no others', () => {
    const { assignment, pageStep, preflightStep, rawStep, responseExpectation } = caseSchema.$defs
    expect(keysOf(caseSchema)).toEqual(keysOf({ properties: caseKeys }))
    expect(keysOf(assignment)).toEqual(keysOf({ properties: completeAssignment({}) }))
    expect(keysOf(responseExpectation)).toEqual(keysOf({ properties: responseKeys }))
    expect(keysOf(pageStep.properties.request)).toEqual(keysOf({ properties: requestKeys }))
    expect(keysOf(pageStep.properties.expect)).toEqual(keysOf({ properties: pageKeys }))
    expect(keysOf(preflightStep.properties.preflight)).toEqual(keysOf({ properties: preflightKeys }))
    expect(keysOf(preflightStep.properties.expect)).toEqual(keysOf({ properties: preflightExpectKeys }))
    expect(keysOf(rawStep.properties.raw)).toEqual(keysOf({ properties: rawKeys }))
    expect(new Set(caseSchema.properties.needs.items.enum)).toEqual(new Set(Object.keys(capabilities)))
  })

  const [sample] = conformanceCases
  it.each<[string, object]>([
    ['without a requirement', { ...sample, requirement: undefined }],
    ['with an id of no part', { ...sample, id: 'alone' }],
    ['of no kind', { ...sample, kind: 'may' }],
    ['without steps', { ...sample, steps: [] }],
    ['with an unknown key', { ...sample, note: '' }],
    ['with an unknown capability', { ...sample, needs: ['magic'] }],
    ['with an unknown key in its policy', { ...sample, policy: { allowOrigin: '*' } }],
    [
      'with an unknown expectation',
      { ...sample, steps: [{ page: 'self', request: { path: '/' }, expect: { result: '' } }] },
    ],
    [
      'with a step that is of two forms',
      { ...sample, steps: [{ page: 'self', raw: {}, request: { path: '/' }, expect: {} }] },
    ],
    [
      'with a header name in capitals',
      { ...sample, steps: [{ raw: { method: 'GET', path: '/', headers: [] }, expect: { headers: { Vary: null } } }] },
    ],
  ])('refuses a case %s', (_how, value) => {
    expect(acceptsCase(JSON.parse(JSON.stringify(value)))).toBe(false)
  })
})

describe('exam-policy.schema.json', () => {
  it('describes what every case starts a server with', () => {
    const odd = conformanceCases.filter(({ policy }) => !acceptsPolicy(completeAssignment(policy)))
    expect(odd.map(({ id }) => id)).toEqual([])
  })

  it('knows the keys of an assignment, all of which are required', () => {
    const { routes, ...policy } = completeAssignment({})
    expect(routes).toEqual({})
    expect(keysOf(policySchema)).toEqual(keysOf({ properties: completeAssignment({}) }))
    expect(new Set(policySchema.required)).toEqual(keysOf(policySchema))
    expect(keysOf(policySchema.$defs.policy)).toEqual(keysOf({ properties: policy }))
    expect(new Set(policySchema.$defs.policy.required)).toEqual(keysOf({ properties: policy }))
  })

  const complete = completeAssignment({})
  it.each<[string, object]>([
    ['without a key', { ...complete, maxAge: undefined }],
    ['with an unknown key', { ...complete, allowOrigin: '*' }],
    ['with a text in place of a list', { ...complete, allowOrigins: 'https://a.example' }],
    ['with a number in a list', { ...complete, allowMethods: [1] }],
    ['with a max-age that is no number of seconds', { ...complete, maxAge: 1.5 }],
    ['with another status', { ...complete, preflightStatus: 201 }],
    ['with a route that is not complete', { ...complete, routes: { '/open': { allowOrigins: '*' } } }],
    ['with a route that is no path', { ...complete, routes: { open: false } }],
  ])('refuses an assignment %s', (_how, value) => {
    expect(acceptsPolicy(JSON.parse(JSON.stringify(value)))).toBe(false)
  })
})

function keysOf({ properties }: { readonly properties: object }): ReadonlySet<string> {
  return new Set(Object.keys(properties))
}
