import { describe, expect, it } from 'vitest'
import type { CorsConfig } from './cors-config.ts'
import type { CorsDecision } from './cors-decision.ts'
import type { CorsPicker } from './cors-picker.ts'
import { createCors } from './create-cors.ts'
import { decide } from './decide.ts'
import { definePolicy } from './parse-policy.ts'
import { actual, preflight } from './request-head.testing.ts'

const A = 'https://a.example'
const EVIL = 'https://evil.example'
const policyA = definePolicy({ allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] })

describe('createCors', () => {
  it('decides by a configuration, a policy, or the default', () => {
    expect(createCors()(actual(A))).toMatchObject({ set: [['access-control-allow-origin', '*']] })
    expect(createCors({ allowOrigins: [A] })(actual(EVIL))).toMatchObject({ set: [['access-control-allow-origin', A]] })
    expect(createCors(policyA)(actual(A))).toBe(decide(policyA, actual(A)))
  })

  it('refuses a wrong configuration at once', () => {
    const written: CorsConfig = { allowOrigins: [] }
    expect(() => createCors(written)).toThrow('allowOrigins is empty')
  })

  it.each([['Origin:'], [''], ['*'], [7]])('refuses to vary on %j', (name) => {
    expect(() => Reflect.apply(createCors, undefined, [{}, { vary: [name] }])).toThrow(TypeError)
  })

  it('refuses names to vary on that are no list', () => {
    expect(() => Reflect.apply(createCors, undefined, [{}, { vary: 'x-tenant' }])).toThrow('options.vary is "x-tenant"')
  })

  it('varies on what it is told, on every decision', async () => {
    const cors = createCors({ allowOrigins: [A, 'https://b.example'] }, { vary: ['X-Tenant', 'origin'] })
    for (const head of [actual(A), actual(EVIL), actual(null), preflight(A, 'PUT'), preflight(EVIL, 'PUT')]) {
      expect((await cors(head)).vary).toEqual(['Origin', 'X-Tenant'])
    }
  })
})

describe('createCors, with a picker', () => {
  it('passes head and context, and always varies on Origin', () => {
    const seen: unknown[] = []
    const cors = createCors<{ tenant: string }>((head, context) => {
      seen.push([head.origin, context.tenant])
      return policyA
    })
    expect(cors(actual(A), { tenant: 't' })).toMatchObject({
      set: [['access-control-allow-origin', A]],
      vary: ['Origin'],
    })
    expect(seen).toEqual([[A, 't']])
  })

  it.each([
    ['PUT', 'PUT'],
    ['DELETE', 'DELETE'],
    ['PATCH', undefined],
    ['GET', undefined],
  ])('names of the methods only the requested %s, if it is listed', async (method, named) => {
    const decision = await createCors(() => policyA)(preflight(A, method))
    expect(Object.fromEntries(decision.set)['access-control-allow-methods']).toBe(named)
    expect(decision).toMatchObject({ status: 204, vary: ['Access-Control-Request-Method', 'Origin'] })
  })

  it('names the requested method in place of "*", which would speak for every route', async () => {
    const cors = createCors(() => definePolicy({ allowMethods: '*' }))
    expect(Object.fromEntries((await cors(preflight(A, 'PURGE'))).set)['access-control-allow-methods']).toBe('PURGE')
    expect(Object.fromEntries((await cors(preflight(A, 'TRACE'))).set)).not.toHaveProperty(
      'access-control-allow-methods',
    )
  })

  const refusals: [string, () => unknown, number][] = [
    ['null', () => null, 0],
    ['a promise of null', () => Promise.resolve(null), 0],
    ['undefined', () => undefined, 1],
    ['false', () => false, 1],
    ['a configuration', () => ({ allowOrigins: '*' }), 1],
    ['a promise of nothing', () => Promise.resolve(), 1],
    [
      'a throw',
      () => {
        throw new Error('no')
      },
      1,
    ],
    ['a rejection', () => Promise.reject(new Error('no')), 1],
  ]
  it.each(refusals)('refuses on %s', async (_, pick, reports) => {
    const errors: unknown[] = []
    const cors = createCors(pick as CorsPicker<void>, { onError: (error) => errors.push(error) })
    expect(await cors(actual(A))).toMatchObject({ kind: 'continue', set: [], vary: ['Origin'] })
    expect(await cors(preflight(A, 'PUT'))).toMatchObject({ kind: 'answer', status: 403, set: [], vary: ['Origin'] })
    expect(errors).toHaveLength(2 * reports)
  })

  it('keeps a thousand interleaved requests apart', async () => {
    const cors = createCors<number>(async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, (index * 7) % 13))
      return index % 3 === 0 ? null : definePolicy({ allowOrigins: [`https://a${index}.example`] })
    })
    const decisions = await Promise.all(Array.from({ length: 1000 }, (_, index) => cors(actual(A), index)))
    for (const [index, decision] of decisions.entries()) {
      expect(decision.set).toEqual(
        index % 3 === 0 ? [] : [['access-control-allow-origin', `https://a${index}.example`]],
      )
    }
  })
})

describe('createCors, with a predicate', () => {
  it('keeps a thousand interleaved requests apart', async () => {
    const cors = createCors({
      allowOrigins: async (origin) => {
        await new Promise((resolve) => setTimeout(resolve, (origin.length * 7) % 13))
        return origin.endsWith('.a.example')
      },
    })
    const origins = Array.from(
      { length: 1000 },
      (_, index) => `https://${'x'.repeat(index % 60)}${index}.${'ab'[index % 2] ?? ''}.example`,
    )
    const decisions = await Promise.all(origins.map((origin) => cors(actual(origin))))
    for (const [index, decision] of decisions.entries()) {
      expect(decision.set).toEqual(index % 2 === 0 ? [['access-control-allow-origin', origins[index]]] : [])
    }
  })
})

describe('createCors, with hooks', () => {
  it('reports what a predicate did wrong, with the context', async () => {
    const errors: unknown[] = []
    const cors = createCors<string>(
      { allowOrigins: () => Promise.reject(new Error('no database')) },
      { onError: (error, context) => errors.push([String(error), context]) },
    )
    await cors(actual(A), 'the request')
    expect(errors).toEqual([['Error: no database', 'the request']])
  })

  it('tells of every decision before it is applied', async () => {
    const decisions: CorsDecision['kind'][] = []
    const cors = createCors(policyA, { onDecision: (decision) => decisions.push(decision.kind) })
    await cors(actual(A))
    await cors(preflight(EVIL, 'PUT'))
    expect(decisions).toEqual(['continue', 'answer'])
  })

  it.each([
    [
      'throw',
      (): never => {
        throw new Error('hook')
      },
    ],
    ['reject', (): Promise<never> => Promise.reject(new Error('hook'))],
  ])('survives hooks that %s', async (_, hook) => {
    const unhandled: unknown[] = []
    const listen = (error: unknown): void => void unhandled.push(error)
    process.on('unhandledRejection', listen)
    const cors = createCors(() => Promise.reject(new Error('pick')), { onError: hook, onDecision: hook })
    expect(await cors(actual(A), undefined)).toMatchObject({ kind: 'continue', set: [] })
    await new Promise((resolve) => setTimeout(resolve, 5))
    process.off('unhandledRejection', listen)
    expect(unhandled).toEqual([])
  })
})
