import type { Transport } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import type { ConformanceCase } from '../cases/conformance-case.ts'
import { deriveCases, deriveSuites } from './derive-cases.ts'
import type { CasePolicy } from '../exam/exam-policy.ts'
import { rulesOf } from '../examination/mutant.ts'
import { mutants } from '../examination/mutants.ts'
import { createReferenceInProcess } from '../examination/reference-in-process.ts'
import { referenceRules } from '../examination/reference-rules.ts'
import type { RuleSet } from '../examination/rule-set.ts'
import { variants } from '../examination/variants.ts'
import { examine } from '../running/examine.ts'
import { formatResult } from '../reports/format-result.ts'
import type { CaseResult } from '../reports/report.ts'
import * as policies from '../suites/policies.ts'

const stated = { maxAge: 0, preflightStatus: 200, timingAllowOrigin: false } as const

/** Policies of every form. */
const declared: Readonly<Record<string, CasePolicy>> = {
  ...policies,
  nothing: {},
  statedAnyOrigin: { ...policies.anyOrigin, ...stated },
  statedTwoOrigins: { ...policies.twoOrigins, ...stated, maxAge: 60 },
  openTimings: { ...policies.subdomainsAndPorts, timingAllowOrigin: true },
  openTimingsForAll: { allowOrigins: '*', timingAllowOrigin: true },
}

async function examineDerived(
  rules: RuleSet,
  cases: readonly ConformanceCase[],
  watch: (request: Parameters<Transport>[0]) => void = () => undefined,
): Promise<readonly CaseResult[]> {
  const { subject, transport } = createReferenceInProcess('derived', rules)
  const { results } = await examine(subject, {
    cases,
    transport: (request) => {
      watch(request)
      return transport(request)
    },
  })
  return results
}

const all = Object.values(declared).flatMap((policy) => deriveCases(policy, ['/data']))

/** Policies between which the forms of sharing are: static and varying, with credentials and without. */
const various = [
  policies.anyOrigin,
  policies.oneOriginWithCredentials,
  policies.opaqueOrigin,
  policies.subdomainsWithCredentials,
  policies.wildcardsWithCredentials,
  declared.openTimings,
  declared.statedTwoOrigins,
].flatMap((policy = {}) => deriveCases(policy, ['/data']))

describe('deriveCases', () => {
  it.each(Object.entries(declared))('passes a server that does as it declares: %s', async (_name, policy) => {
    const results = await examineDerived(referenceRules, deriveCases(policy, ['/', '/data']))
    expect(results.length).toBeGreaterThan(20)
    expect(results.filter(({ verdict }) => verdict !== 'pass').map(formatResult)).toEqual([])
  })

  it.each(variants)('holds no must against a server that does so in another way: $id', async ({ change }) => {
    const results = await examineDerived({ ...referenceRules, ...change }, various)
    const held = results.filter(({ kind, verdict }) => verdict !== 'pass' && !(verdict === 'fail' && kind !== 'must'))
    expect(held.map(formatResult)).toEqual([])
  })

  it('derives no case that no wrong server fails', async () => {
    let idle = all
    for (const mutant of mutants) {
      const results = await examineDerived(rulesOf(mutant), idle)
      const caught = new Set(results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id))
      idle = idle.filter(({ id }) => !caught.has(id))
    }
    expect(new Set(idle.map(({ id }) => id))).toEqual(new Set())
  })

  it('sends nothing that changes anything, even where all of it is allowed', async () => {
    const methods = new Set<string>()
    const permissive: RuleSet = {
      ...referenceRules,
      allowOrigin: ({ request }) => request.origin,
      allowCredentials: () => 'true',
      allowMethods: ({ request }) => request.requestMethod,
      allowHeaders: ({ request }) => request.requestHeaders,
      preflightStatus: () => 200,
    }
    await examineDerived(permissive, all, ({ method }) => methods.add(method))
    expect(methods).toEqual(new Set(['GET', 'HEAD', 'OPTIONS']))
  })

  it('asks for the paths that it is given, and for one below each that does not exist', async () => {
    const paths = new Set<string>()
    await examineDerived(referenceRules, deriveCases(policies.twoOrigins, ['/', '/v1/items?page=1']), ({ url }) => {
      const { pathname, search } = new URL(url)
      paths.add(`${pathname}${search}`)
    })
    expect([...paths].sort()).toEqual([
      '/',
      '/corsac-exam-missing',
      '/v1/items/corsac-exam-missing',
      '/v1/items?page=1',
    ])
  })

  it('keeps the cases of several paths apart', () => {
    const ids = deriveCases(policies.twoOrigins, ['/', '/items', '/users']).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('declared-origins/allowed-readable')
    expect(ids).toContain('declared-origins/allowed-readable@/items')
  })

  it('takes the policy of a path where that is declared', () => {
    const policy = { ...policies.twoOrigins, routes: { '/open': {}, '/closed': false } } as const
    const pagesOf = (path: string) =>
      deriveCases(policy, [path])
        .filter(
          ({ id }) => /\/(?:allowed-readable|unlisted-blocked)(?:@|$)/.test(id) && id.startsWith('declared-origins'),
        )
        .flatMap(({ steps }) => steps.map((step) => ('page' in step ? step.page : '')))
    expect(pagesOf('/')).toEqual(['https://a.example', 'https://b.example', 'https://unlisted.example'])
    expect(pagesOf('/open')).toEqual(['https://page.example', 'http://localhost:3000'])
    expect(pagesOf('/closed')).toEqual(['https://unlisted.example'])
  })

  it('asks a server for no capability, and gives every case the policy as it was declared', () => {
    for (const policy of Object.values(declared)) {
      const cases = deriveCases(policy)
      expect(cases.filter(({ needs }) => needs !== undefined)).toEqual([])
      expect(cases.filter((one) => one.policy !== policy)).toEqual([])
    }
  })

  it('says of what imitates an attack that it is hostile, and of nothing else', () => {
    const odd = all.filter(({ hostile = false, id }) => hostile !== id.startsWith('declared-hostile-origins/'))
    expect(odd.map(({ id }) => id)).toEqual([])
  })

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  })

  it.each<CasePolicy>([
    { allowOrigins: ['', 'https://', 'https://**.a.example', 'https://a.example/', 'A', 'null', 'https://[::1'] },
    {
      allowOrigins: ['https://a.example'],
      allowMethods: ['', 'TRACE', 'P UT', 'get'],
      allowHeaders: ['', 'Cookie', 'x y'],
    },
    { allowOrigins: '*', allowCredentials: true, exposeHeaders: ['Set-Cookie', '', 'Content-Type'] },
  ])('leaves out what cannot be asked: %j', async (policy) => {
    const results = await examineDerived({ ...referenceRules, takesPolicy: () => true }, deriveCases(policy))
    expect(results.filter(({ verdict }) => verdict === 'examiner-error').map(formatResult)).toEqual([])
  })
})

describe('deriveSuites', () => {
  it('has a part for each group of keys, and no empty case', () => {
    const suites = deriveSuites(policies.twoOrigins)
    expect(suites.map(({ id }) => id)).toEqual([
      'declared-origins',
      'declared-credentials',
      'declared-preflights',
      'declared-responses',
      'declared-caches',
      'declared-hostile-origins',
    ])
    for (const { cases, id } of suites) {
      expect(cases.length).toBeGreaterThan(0)
      expect(cases.filter((one) => !one.id.startsWith(`${id}/`) || one.steps.length === 0)).toEqual([])
    }
  })
})
