import { isSerializedOrigin } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import type { CaseStep } from '../cases/conformance-case.ts'
import { coversOrigin } from '../exam/exam-origin-pattern.ts'
import { deriveHostileCases } from './derive-hostile-cases.ts'

const options = { idPrefix: 'hostile/', allowed: 'one', path: '/' }

const lists = [
  ['https://a.example', 'https://b.example'],
  ['https://*.a.example', 'https://a.example'],
  ['http://localhost:*', 'http://*.localhost:*'],
  ['http://localhost:3000', 'https://a.example:8443', 'https://a.example:65535'],
  ['http://127.0.0.1:3000', 'http://[::1]:3000', 'https://[2001:db8::7]'],
  ['capacitor://localhost', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop', 'null'],
  ['https://intranet', 'http://a.b.c.d.example', 'https://xn--bcher-kva.example'],
]

function originOf(step: CaseStep): string {
  return 'raw' in step ? (step.raw.headers[0]?.[1] ?? '') : step.page
}

describe('deriveHostileCases', () => {
  it.each(lists.map((allowOrigins) => ({ allowOrigins })))('imitates $allowOrigins', (policy) => {
    const cases = deriveHostileCases(policy, options)
    const browsers = cases.filter(({ kind }) => kind === 'must').flatMap(({ steps }) => steps.map(originOf))
    const forged = cases.filter(({ kind }) => kind === 'should').flatMap(({ steps }) => steps.map(originOf))
    expect(browsers.length).toBeGreaterThan(5)
    expect(browsers.filter((origin) => !isSerializedOrigin(origin) || coversOrigin(policy, origin))).toEqual([])
    expect(forged.length).toBeGreaterThan(30)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(cases.filter(({ hostile, steps }) => hostile !== true || steps.length === 0)).toEqual([])
  })

  it('sends by hand no value that a policy covers, where there is one field of it', () => {
    for (const allowOrigins of lists) {
      const steps = deriveHostileCases({ allowOrigins }, options).flatMap((one) => one.steps)
      const single = steps.filter((step) => 'raw' in step && step.raw.headers.length === 1)
      expect(single.map(originOf).filter((origin) => coversOrigin({ allowOrigins }, origin))).toEqual([])
    }
  })

  it.each([
    { allowOrigins: '*' },
    {},
    { allowOrigins: ['https://a.example', '*'] },
    { allowOrigins: ['null'] },
  ] as const)('finds nothing to imitate in %j', (policy) => {
    expect(deriveHostileCases(policy, options)).toEqual([])
  })

  it('shows what many entries of one form have in common with the first', () => {
    const allowOrigins = Array.from({ length: 100 }, (_, index) => `https://app-${index}.example`)
    const steps = deriveHostileCases({ allowOrigins }, options).flatMap((one) => one.steps)
    expect(steps.length).toBeLessThan(150)
  })

  it('makes the imitations that are asked for, by name', () => {
    const policy = { allowOrigins: ['https://a.example'] }
    const slugs = (rest: { only?: readonly string[]; except?: readonly string[] }) =>
      deriveHostileCases(policy, { ...options, ...rest }).map(({ id }) => id)
    expect(slugs({ only: ['suffix', 'prefix'] })).toEqual(['hostile/prefix', 'hostile/suffix'])
    expect(slugs({ except: ['suffix'] })).toEqual(slugs({}).filter((id) => id !== 'hostile/suffix'))
  })

  it('names what is imitated, and passes on what it is given', () => {
    const [first] = deriveHostileCases(
      { allowOrigins: ['https://a.example'] },
      { ...options, idSuffix: '@/v1', path: '/v1', allowed: 'the one', needs: ['timing'] },
    )
    expect(first).toMatchObject({ id: 'hostile/prefix@/v1', needs: ['timing'], hostile: true })
    expect(first?.requirement).toContain('the one')
    expect(first?.steps[0]).toMatchObject({ request: { path: '/v1' } })
  })
})
