import { describe, expect, it } from 'vitest'
import type { CorsDecision } from './cors-decision.ts'
import type { CorsPicker } from './cors-picker.ts'
import { createCors } from './create-cors.ts'
import { decide } from './decide.ts'
import { definePolicy } from './parse-policy.ts'
import { actual, preflight } from './request-head.testing.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const EVIL = 'https://evil.example'
const VARY = ['Access-Control-Request-Headers', 'Access-Control-Request-Method', 'Origin']
const policy = definePolicy({ allowOrigins: [A, B], allowMethods: ['PUT'], allowHeaders: ['x-a'] })
const problemJson = ['content-type', 'application/problem+json']

/** The problem that an answer carries. */
function problemOf(decision: CorsDecision): Record<string, unknown> {
  expect(decision.set).toContainEqual(problemJson)
  return JSON.parse(decision.kind === 'answer' ? (decision.body ?? '') : '')
}

describe('createCors, with debug', () => {
  const cors = createCors(policy, { debug: true })

  it('answers a refused origin with 403, the explanation, and no CORS header', async () => {
    const decision = await cors(preflight(EVIL, 'PUT', 'x-b'))
    expect(decision).toMatchObject({ kind: 'answer', status: 403, set: [problemJson] })
    expect(problemOf(decision)).toEqual({
      type: 'https://fetch.spec.whatwg.org/#concept-cors-check',
      title: 'The origin is not allowed',
      status: 403,
      detail: `allowOrigins does not list "${EVIL}"; the nearest that it has is "${A}". allowHeaders does not have "x-b"`,
      steps: [
        {
          algorithm: 'CORS-preflight request',
          anchor: 'https://fetch.spec.whatwg.org/#cors-preflight-request',
          verdict: 'info',
          text: 'OPTIONS with Origin and Access-Control-Request-Method "PUT" is a CORS-preflight request',
        },
        {
          algorithm: 'CORS check',
          anchor: 'https://fetch.spec.whatwg.org/#concept-cors-check',
          verdict: 'fail',
          text: `allowOrigins does not list "${EVIL}"; the nearest that it has is "${A}"`,
        },
        {
          algorithm: 'CORS-preflight fetch',
          anchor: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0',
          verdict: 'pass',
          text: 'allowMethods allows "PUT"',
        },
        {
          algorithm: 'CORS-preflight fetch',
          anchor: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0',
          verdict: 'fail',
          text: 'allowHeaders does not have "x-b"',
        },
      ],
      remedy: [
        { key: 'allowOrigins', add: [EVIL], text: `add "${EVIL}" to allowOrigins` },
        { key: 'allowHeaders', add: ['x-b'], text: 'add "x-b" to allowHeaders' },
      ],
    })
  })

  it.each([
    ['method', preflight(A, 'PATCH')],
    ['header', preflight(A, 'PUT', 'x-b')],
  ])("answers a %s that is not listed with 200, the policy's headers, and the explanation", async (_, head) => {
    const decision = await cors(head)
    expect(decision).toMatchObject({ status: 200, set: [...decide(policy, head).set, problemJson] })
    expect(problemOf(decision)).toMatchObject({
      type: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0',
      title: 'The method or the headers of the request are not allowed',
      status: 200,
    })
  })

  it('decides as ever otherwise, and says on what every answer to a preflight depends', async () => {
    expect(cors(actual(EVIL))).toBe(decide(policy, actual(EVIL)))
    expect(cors(actual(null))).toBe(decide(policy, actual(null)))
    expect(cors(preflight(EVIL, null))).toBe(decide(policy, preflight(EVIL, null)))
    const passing = await cors(preflight(A, 'PUT', 'x-a'))
    expect({ ...passing, vary: [] }).toEqual({ ...decide(policy, preflight(A, 'PUT', 'x-a')), vary: [] })
    for (const head of [preflight(A, 'PUT'), preflight(A, 'PATCH'), preflight(EVIL, 'PUT')]) {
      expect([...(await cors(head)).vary].sort()).toEqual(VARY)
    }
  })

  it('refuses with 403 what a constant answer would have let the browser refuse', async () => {
    const decision = await createCors({ allowOrigins: [A] }, { debug: true })(preflight(EVIL, 'PUT'))
    expect(decision).toMatchObject({ status: 403, set: [problemJson] })
    expect([...decision.vary].sort()).toEqual(VARY)
  })

  it('gives frozen answers, whatever the policy or the hooks do', async () => {
    const seen: unknown[] = []
    const hooked = createCors(policy, {
      debug: true,
      vary: ['X-Tenant'],
      onDecision: (decision) => seen.push(decision),
    })
    const decision = await hooked(preflight(EVIL, 'PUT'))
    expect(decision.vary).toContain('X-Tenant')
    expect(seen).toEqual([decision])
    expect([decision, decision.set, decision.vary].every((part) => Object.isFrozen(part))).toBe(true)
  })

  it('asks a predicate once, and keeps what went wrong in it for onError', async () => {
    const errors: unknown[] = []
    const asked: string[] = []
    const failing = createCors(
      {
        allowOrigins: (origin) => {
          asked.push(origin)
          return Promise.reject(new Error('password=secret'))
        },
      },
      { debug: true, onError: (error) => errors.push(String(error)) },
    )
    const { body = '' } = { body: undefined, ...(await failing(preflight(A, 'PUT'))) }
    expect(asked).toEqual([A])
    expect(errors).toEqual(['Error: password=secret'])
    expect(body).toContain('onError has been told why')
    expect(body).not.toContain('secret')
  })

  it('leaves long lists out of the answer', async () => {
    const allowOrigins = Array.from({ length: 10_000 }, (_, index) => `https://a${index}.example`)
    const { body = '' } = {
      body: undefined,
      ...(await createCors({ allowOrigins }, { debug: true })(preflight(A, 'PUT'))),
    }
    expect(body.length).toBeLessThan(4096)
  })

  it.each([['true'], [1], [null], [{}]])('refuses %j in place of a boolean', (debug) => {
    expect(() => Reflect.apply(createCors, undefined, [{}, { debug }])).toThrow(TypeError)
    expect(() => Reflect.apply(createCors, undefined, [() => null, { debug }])).toThrow(
      /^options\.debug is .+: write true or false$/,
    )
  })

  it('changes nothing where it is false', () => {
    const head = preflight(EVIL, 'PUT')
    expect(createCors(policy, { debug: false })(head)).toBe(decide(policy, head))
  })
})

describe('createCors, with debug and a picker', () => {
  it('explains by the policy that was picked, once', async () => {
    let picks = 0
    const pick = (): Promise<typeof policy> => {
      picks++
      return Promise.resolve(policy)
    }
    const cors = createCors(pick, { debug: true })
    const refused = await cors(preflight(EVIL, 'PUT'), undefined)
    expect(problemOf(refused)['detail']).toContain(`allowOrigins does not list "${EVIL}"`)
    const method = await cors(preflight(A, 'DELETE'), undefined)
    expect(method).toMatchObject({ status: 200 })
    expect(problemOf(method)['detail']).toContain('allowMethods does not have "DELETE"')
    expect(await cors(preflight(A, 'PUT'), undefined)).toMatchObject({ status: 204 })
    expect(picks).toBe(3)
  })

  it('explains what a picker lets a preflight name, which is less than the list', async () => {
    const any = definePolicy({ allowMethods: '*' })
    const head = preflight(A, 'A'.repeat(65))
    expect(await createCors(any, { debug: true })(head)).toMatchObject({ status: 204 })
    const decision = await createCors(() => any, { debug: true })(head)
    expect(problemOf(decision)['detail']).toContain('is longer than any method, with 65 characters')
  })

  it.each<[string, () => unknown, string]>([
    ['null', () => null, 'the picker returned null, which refuses every origin'],
    ['a promise of null', () => Promise.resolve(null), 'the picker returned null, which refuses every origin'],
    ['a configuration', () => ({ allowOrigins: '*' }), 'the picker failed: onError has been told why'],
    ['a rejection', () => Promise.reject(new Error('secret')), 'the picker failed: onError has been told why'],
    [
      'a throw',
      () => {
        throw new Error('secret')
      },
      'the picker failed: onError has been told why',
    ],
  ])('explains a refusal by %s', async (_, pick, detail) => {
    const decision = await createCors(pick as CorsPicker<void>, { debug: true })(preflight(A, 'PUT'))
    expect(decision).toMatchObject({ status: 403, set: [problemJson] })
    expect(problemOf(decision)).toMatchObject({ detail, remedy: [] })
  })
})
