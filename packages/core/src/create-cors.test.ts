import { describe, expect, it } from 'vitest'
import { accessControlHeaders } from './access-control-headers.ts'
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

  it.each([
    ['Origin:', '"Origin:"'],
    ['', '""'],
    ['*', '"*"'],
    [7, '7'],
  ])('refuses to vary on %j', (name, found) => {
    expect(() => Reflect.apply(createCors, undefined, [{}, { vary: ['X-A', name] }])).toThrow(
      new TypeError(`options.vary has ${found}: write the name of a request header`),
    )
  })

  it('refuses names to vary on that are no list', () => {
    expect(() => Reflect.apply(createCors, undefined, [{}, { vary: 'x-tenant' }])).toThrow(
      new TypeError('options.vary is "x-tenant": write a list of request-header names'),
    )
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

  it('waits for the predicate of the policy that it picks, and then varies on Origin, too', async () => {
    const waiting = definePolicy({ allowOrigins: (origin) => Promise.resolve(origin === A) })
    const cors = createCors(() => waiting)
    expect(await cors(actual(A))).toMatchObject({ set: [['access-control-allow-origin', A]], vary: ['Origin'] })
    expect(await cors(preflight(A, 'PUT'))).toMatchObject({
      status: 204,
      vary: ['Origin', 'Access-Control-Request-Method'],
    })
    expect(await cors(preflight(EVIL, 'PUT'))).toMatchObject({ status: 403, vary: ['Origin'] })
  })

  it('varies on Origin where the policy that it picks does not', () => {
    const cors = createCors(() => definePolicy({}))
    expect(cors(actual(A))).toMatchObject({ set: [['access-control-allow-origin', '*']], vary: ['Origin'] })
  })

  it('decides at once where it picks at once', () => {
    expect(createCors(() => policyA)(actual(A))).not.toBeInstanceOf(Promise)
    expect(createCors(() => null)(actual(A))).not.toBeInstanceOf(Promise)
  })

  it.each<[string, () => unknown, string]>([
    ['undefined', () => undefined, 'undefined'],
    ['a configuration', () => ({}), 'an object'],
    ['a promise of false', () => Promise.resolve(false), 'false'],
  ])('tells onError of %s, and what it should have been', async (_, pick, found) => {
    const errors: unknown[] = []
    await createCors(pick as CorsPicker<void>, { onError: (error) => errors.push(error) })(actual(A))
    expect(errors).toEqual([
      new TypeError(
        `The picker returned ${found}: it returns a policy made by definePolicy, null to refuse, or a promise of one`,
      ),
    ])
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
    const refusal = { remove: accessControlHeaders, set: [], vary: ['Origin'] }
    expect(await cors(actual(A))).toEqual({ kind: 'continue', ...refusal })
    expect(await cors(preflight(A, 'PUT'))).toEqual({ kind: 'answer', status: 403, ...refusal })
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
  it('answers a preflight with the whole list of methods', async () => {
    const cors = createCors({ allowOrigins: (origin) => origin === A, allowMethods: ['PUT', 'DELETE'] })
    expect(Object.fromEntries((await cors(preflight(A, 'PUT'))).set)).toMatchObject({
      'access-control-allow-methods': 'PUT, DELETE',
    })
  })

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

  it('tells whoever listens what it decides, of what, and for whom', async () => {
    const heard: unknown[] = []
    const cors = createCors<string>(
      { allowOrigins: (origin) => Promise.resolve(origin === A) },
      { vary: ['X-Tenant'], onDecision: (...all) => heard.push(all) },
    )
    const head = actual(A)
    const decision = await cors(head, 'the request')
    expect(heard).toEqual([[decision, head, 'the request']])
    expect(decision.vary).toEqual(['Origin', 'X-Tenant'])
  })

  it('tells onError of an onDecision that fails', async () => {
    const errors: unknown[] = []
    const options = { onError: (error: unknown) => errors.push(error) }
    const error = new Error('hook')
    await createCors(policyA, {
      ...options,
      onDecision: () => {
        throw error
      },
    })(actual(A))
    await createCors(policyA, { ...options, onDecision: () => Promise.reject(error) })(actual(A))
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(errors).toEqual([error, error])
  })

  it('tells onError of nothing where nobody listens', async () => {
    const errors: unknown[] = []
    await createCors(policyA, { vary: ['X-Tenant'], onError: (error) => errors.push(error) })(actual(A))
    expect(errors).toEqual([])
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
