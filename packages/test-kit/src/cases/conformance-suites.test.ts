import { describe, expect, it } from 'vitest'
import { completeAssignment } from '../exam/exam-policy.ts'
import { advisoryAddress } from './advisory-address.ts'
import type { CaseStep, ConformanceCase, ResponseExpectation } from './conformance-case.ts'
import { imitatesAttack } from './hostile-requests.ts'
import { conformanceCases, conformanceSuites } from './conformance-suites.ts'
import { type ExamBehaviour, examEndpoints, examMissingPath } from '../exam/exam-endpoints.ts'
import type { Capability } from '../subjects/subject.ts'

describe('conformanceSuites', () => {
  it('has cases in every suite', () => {
    expect(conformanceSuites.filter(({ cases }) => cases.length === 0)).toEqual([])
  })

  it('has an id of its own for every suite', () => {
    const ids = conformanceSuites.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has cases whose ids begin with that of their suite', () => {
    const ids = conformanceSuites.flatMap(({ cases, id }) => cases.filter((one) => !one.id.startsWith(`${id}/`)))
    expect(ids.map(({ id }) => id)).toEqual([])
  })
})

describe('conformanceCases', () => {
  it('has ids that occur once', () => {
    const ids = conformanceCases.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.filter((id) => !/^[a-z-]+\/[a-z\d-]+$/.test(id))).toEqual([])
  })

  it('states every requirement in one sentence, and no two alike', () => {
    const requirements = conformanceCases.map(({ requirement }) => requirement)
    expect(
      requirements.filter((requirement) => !/^[A-Z'].*[^.]\.$/.test(requirement) || /\. [A-Z]/.test(requirement)),
    ).toEqual([])
    expect(new Set(requirements).size).toBe(requirements.length)
  })

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(conformanceCases))).toEqual(conformanceCases)
  })

  it.each(conformanceCases)('declares what a subject needs for it: $id', (conformanceCase) => {
    expect(new Set(conformanceCase.needs)).toEqual(new Set(neededBy(conformanceCase)))
  })

  it('asks for paths that the exam has, unless it is the path that is in question', () => {
    const paths = new Set([...examEndpoints.map(({ path }) => path), examMissingPath])
    const isKnown = (path: string) => paths.has(path.replace(/\?.*/, ''))
    const routed = conformanceCases.flatMap(({ policy }) => Object.keys(policy.routes ?? {}))
    expect(routed.filter((path) => !isKnown(path))).toEqual([])
    const others = conformanceCases.filter(({ steps }) => !steps.map(pathOf).every(isKnown))
    expect(others.filter(({ policy }) => policy.routes === undefined).map(({ id }) => id)).toEqual([])
  })

  it('asks for at least one must of a subject that lacks all that it may lack, but the endpoints', () => {
    const bare = conformanceCases.filter(({ kind, needs = [] }) => kind === 'must' && needs.length === 1)
    expect(bare.length).toBeGreaterThan(150)
  })

  it('gives the address of every advisory that it would have shown', () => {
    const advised = conformanceCases.filter(({ advisories }) => advisories !== undefined)
    expect(advised.length).toBeGreaterThan(30)
    for (const { advisories = [], spec } of advised)
      expect(spec).toEqual(expect.arrayContaining(advisories.map(advisoryAddress)))
  })

  it('lets a server refuse a policy only where nothing is lost by it', () => {
    const refusable = conformanceCases.filter(({ unsafePolicy }) => unsafePolicy === true)
    expect(refusable.length).toBeGreaterThan(10)
    expect(refusable.filter(({ policy }) => policy.routes !== undefined)).toEqual([])
  })

  it('says of what imitates an attack, or one that was published, that it is hostile, and of nothing else', () => {
    const isHostile = (one: ConformanceCase) => imitatesAttack(one) || one.id.startsWith('published-vulnerabilities/')
    const odd = conformanceCases.filter((one) => (one.hostile === true) !== isHostile(one))
    expect(odd.map(({ id }) => id)).toEqual([])
    const silent = conformanceCases.filter(({ hostile, id }) => hostile !== true && id.startsWith('hostile-origins/'))
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  it('has no published vulnerability that other cases show by the same requests under the same policy', () => {
    const stepsOf = ({ policy, steps }: ConformanceCase) =>
      steps.map((step) => JSON.stringify([completeAssignment(policy), step]))
    const isPublished = ({ id }: ConformanceCase) => id.startsWith('published-vulnerabilities/')
    const shown = new Set(conformanceCases.filter((one) => !isPublished(one)).flatMap(stepsOf))
    const repeated = conformanceCases.filter((one) => isPublished(one) && stepsOf(one).every((step) => shown.has(step)))
    expect(repeated.map(({ id }) => id)).toEqual([])
  })

  it('compares responses only where there are several', () => {
    expect(conformanceCases.filter(({ across, steps }) => across !== undefined && steps.length < 2)).toEqual([])
  })
})

/** Derives the capabilities from what a case does. */
function neededBy({ policy, steps }: ConformanceCase): readonly Capability[] {
  const policies = [policy, ...Object.values(policy.routes ?? {}).flatMap((route) => (route === false ? [] : [route]))]
  const origins = policies.flatMap(({ allowOrigins = '*' }) => allowOrigins)
  const responses = steps.flatMap(responsesOf)
  const needs: readonly (readonly [Capability, boolean])[] = [
    ['routes', policy.routes !== undefined],
    ['allow-origins-patterns', origins.some((origin) => /\/\/\*\.[^*]+$|:\*$/.test(origin))],
    ['port-patterns', origins.some((origin) => origin.endsWith(':*'))],
    ['null-origin', origins.includes('null')],
    [
      'credentialed-wildcards',
      policies.some(
        ({ allowCredentials, allowHeaders = [], allowMethods = [] }) =>
          allowCredentials === true && [allowHeaders, allowMethods].some((value) => value.includes('*')),
      ),
    ],
    ['max-age', responses.some(({ headers = {} }) => typeof headers['access-control-max-age'] === 'string')],
    ['max-age-zero', policies.some(({ maxAge }) => maxAge === 0)],
    ['timing', policies.some(({ timingAllowOrigin }) => timingAllowOrigin === true)],
    ['own-options', responses.some(({ headers = {} }) => 'x-own-options' in headers)],
    ['own-cors', steps.some((step) => pathOf(step).startsWith('/own-cors'))],
    ['write-head', steps.some((step) => behaviourAt(pathOf(step)) === 'write-head')],
    ['preflight-status', policy.preflightStatus !== undefined],
    ['handled', responses.some(({ handled }) => handled !== undefined)],
    ['upgrade', steps.some((step) => pathOf(step) === '/upgrade')],
    ['exam-endpoints', true],
  ]
  return needs.filter(([, isNeeded]) => isNeeded).map(([capability]) => capability)
}

function behaviourAt(path: string): ExamBehaviour | undefined {
  return examEndpoints.find((endpoint) => endpoint.path === path)?.behaviour
}

function responsesOf(step: CaseStep): readonly ResponseExpectation[] {
  if ('raw' in step) return [step.expect]
  if ('preflight' in step) return [step.expect.response ?? {}]
  return [step.expect.preflightResponse ?? {}, step.expect.response ?? {}]
}

function pathOf(step: CaseStep): string {
  if ('raw' in step) return step.raw.path
  return 'preflight' in step ? step.preflight.path : step.request.path
}
