import { describe, expect, it } from 'vitest'
import type { CorsConfig } from './cors-config.ts'
import type { CorsDecision } from './cors-decision.ts'
import { createCors } from './create-cors.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'
import { definePolicy } from './parse-policy.ts'
import { actual, preflight } from './request-head.testing.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const REST = { allowMethods: ['PUT'], allowHeaders: ['x-a'], exposeHeaders: ['x-b'], timingAllowOrigin: true } as const

/** The same origins, and more others beside them than decisions are kept for. */
const LONG = [A, B, ...Array.from({ length: 300 }, (_, index) => `https://c${index}.example`)]

function isFrozenThroughout(decision: CorsDecision): boolean {
  const { remove, set, vary } = decision
  return [decision, remove, vary, set, ...set].every((part) => Object.isFrozen(part))
}

describe('recent decisions', () => {
  it.each([
    ['an actual request', actual(A)],
    ['a preflight', preflight(A, 'PUT', 'x-a')],
  ])('give %s the very same decision every time', (_, head) => {
    const policy = definePolicy({ ...REST, allowOrigins: [A, B, 'https://*.b.example'] })
    expect(decide(policy, head)).toBe(decide(policy, { ...head }))
    expect(decide(policy, head)).not.toEqual(decide(policy, { ...head, origin: B }))
  })

  it.each<[string, Partial<CorsConfig>]>([
    ['lists', {}],
    ['credentials', { allowCredentials: true }],
    ['echoed headers', { allowCredentials: true, allowHeaders: '*' }],
    ['echoed methods', { allowCredentials: true, allowMethods: '*' }],
  ])('are those of a long list, with %s', (_, config) => {
    const [short, long] = [[A, B], LONG].map((allowOrigins) =>
      definePolicy({ ...REST, timingAllowOrigin: false, ...config, allowOrigins }),
    )
    for (const head of [actual(A), preflight(A, 'PUT', 'x-a'), preflight(A, 'DELETE', 'x-z'), preflight(B, 'PUT')]) {
      expect(short && decide(short, head)).toEqual(long && decide(long, head))
    }
  })

  it('are made again after many others, to the same effect', () => {
    const policy = definePolicy({ ...REST, allowOrigins: ['https://*.example'] })
    for (const head of [actual(A), preflight(A, 'PUT', 'x-a')]) {
      const first = decide(policy, head)
      for (let index = 0; index < 1000; index++) decide(policy, { ...head, origin: `https://c${index}.example` })
      expect(decide(policy, head)).not.toBe(first)
      expect(decide(policy, head)).toEqual(first)
    }
  })

  it('are none of an origin that is refused, whoever asks what it would take', () => {
    const policy = definePolicy({ ...REST, allowOrigins: [A, 'https://*.b.example'] })
    const refused = preflight('https://stranger.example', 'PUT', 'x-a')
    explain(policy, refused)
    expect(decide(policy, refused)).toMatchObject({ status: 403, set: [] })
    expect(decide(policy, actual('https://stranger.example')).set).toEqual([])
  })

  it('ask a predicate each time', () => {
    let isAllowed = true
    const policy = definePolicy({ allowOrigins: () => isAllowed })
    const shared = decide(policy, actual(A))
    expect(decide(policy, actual(A))).toBe(shared)
    isAllowed = false
    expect(decide(policy, actual(A)).set).toEqual([])
  })

  it('leave to a picker which method the answer names', async () => {
    const policy = definePolicy({ ...REST, allowMethods: ['PUT', 'A'.repeat(80)], allowOrigins: [A, B] })
    const decider = createCors(() => policy)
    const methods = async (method: string): Promise<string | undefined> =>
      Object.fromEntries((await decider(preflight(A, method))).set)['access-control-allow-methods']
    expect(await methods('PUT')).toBe('PUT')
    expect(await methods('A'.repeat(80))).toBe('A'.repeat(80))
    expect(await methods('A'.repeat(81))).toBeUndefined()
    expect(await methods('DELETE')).toBeUndefined()
  })
})

describe('decisions', () => {
  it.each<[string, CorsConfig]>([
    ['everybody', REST],
    ['one origin', { ...REST, allowOrigins: [A] }],
    ['a short list', { ...REST, allowOrigins: [A, B] }],
    ['a long list', { ...REST, allowOrigins: LONG }],
    ['a wildcard', { ...REST, allowOrigins: ['https://*.example'] }],
    ['a predicate', { ...REST, allowOrigins: () => true }],
    ['echoes', { allowOrigins: [A, B], allowCredentials: true, allowMethods: '*', allowHeaders: '*' }],
  ])('are frozen throughout, with %s', async (_, config) => {
    for (const head of [actual(A), actual(null), actual('x'), preflight(A, 'PUT', 'x-a'), preflight('x', 'PUT')]) {
      const decision = await decide(definePolicy(config), head)
      expect(isFrozenThroughout(decision)).toBe(true)
    }
  })
})
