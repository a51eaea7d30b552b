import { describe, expect, it } from 'vitest'
import { advisoryAddress } from './advisory-address.ts'
import type { CaseStep, ConformanceCase, ResponseExpectation } from './conformance-case.ts'
import { conformanceCases, conformanceSuites } from './conformance-suites.ts'
import { examEndpoints, examMissingPath } from './exam-endpoints.ts'
import type { Capability } from './subject.ts'

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

  it('has hostile origins only where it says that it is hostile', () => {
    const silent = conformanceCases.filter(({ hostile, id }) => hostile !== true && id.startsWith('hostile-origins/'))
    expect(silent).toEqual([])
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
    ['null-origin', origins.includes('null')],
    [
      'credentialed-wildcards',
      policies.some(
        ({ allowCredentials, allowHeaders = [], allowMethods = [] }) =>
          allowCredentials === true && [allowHeaders, allowMethods].some((value) => value.includes('*')),
      ),
    ],
    ['timing', policies.some(({ timingAllowOrigin }) => timingAllowOrigin === true)],
    ['own-options', responses.some(({ headers = {} }) => 'x-own-options' in headers)],
    ['own-cors', steps.some((step) => pathOf(step).startsWith('/own-cors'))],
    ['preflight-status', policy.preflightStatus !== undefined],
    ['handled', responses.some(({ handled }) => handled !== undefined)],
    ['upgrade', steps.some((step) => pathOf(step) === '/upgrade')],
    ['exam-endpoints', true],
  ]
  return needs.filter(([, isNeeded]) => isNeeded).map(([capability]) => capability)
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
