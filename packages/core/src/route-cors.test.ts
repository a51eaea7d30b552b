import { describe, expect, it } from 'vitest'
import { isCorsConfigError } from './cors-config-error.ts'
import { definePolicy } from './parse-policy.ts'
import { actual, preflight } from './request-head.testing.ts'
import { createRouteCors } from './route-cors.ts'

const A = 'https://a.example'
const B = 'https://b.example'
const around = { allowOrigins: [A], allowMethods: ['PUT', 'DELETE'] } as const
const METHODS = 'access-control-allow-methods'

describe('createRouteCors', () => {
  it('answers with the whole list while no route has a policy of its own', async () => {
    const { decide } = createRouteCors(around)
    expect(Object.fromEntries((await decide(preflight(A, 'PUT'))).set)[METHODS]).toBe('PUT, DELETE')
  })

  it('answers with the requested method only from the first route with one on', async () => {
    const { decide, forRoute } = createRouteCors(around)
    forRoute(false, 'DELETE /items')
    expect(Object.fromEntries((await decide(preflight(A, 'PUT'))).set)[METHODS]).toBe('PUT')
    expect(await decide(actual(A))).toMatchObject({ kind: 'continue', vary: [] })
  })

  it.each([
    ['a policy', definePolicy({ allowOrigins: [B], allowMethods: ['PUT', 'DELETE'] })],
    ['a configuration', { allowOrigins: [B], allowMethods: ['PUT', 'DELETE'] }],
  ])('decides by %s of the route, without what is around it', async (_, option) => {
    const decide = createRouteCors(around).forRoute(option, 'PUT /items')
    const { set } = await decide(preflight(B, 'PUT'))
    expect(Object.fromEntries(set)).toMatchObject({ 'access-control-allow-origin': B, [METHODS]: 'PUT' })
    expect(await decide(actual(A))).toMatchObject({ set: [['access-control-allow-origin', B]], vary: [] })
  })

  it('refuses everybody where the route says false', async () => {
    const decide = createRouteCors(around).forRoute(false, 'PUT /items')
    expect(await decide(preflight(A, 'PUT'))).toMatchObject({ kind: 'answer', status: 403, set: [] })
    expect(await decide(actual(A))).toMatchObject({ kind: 'continue', set: [] })
  })

  it('says under debug that the route refuses', async () => {
    const decide = createRouteCors(around, { debug: true }).forRoute(false, 'PUT /items')
    const decision = await decide(preflight(A, 'PUT'))
    expect(decision).toMatchObject({ status: 403 })
    expect(JSON.stringify(decision)).toContain('the cors option of the route is false, which refuses every origin')
  })

  it('explains under debug with the requested method only', async () => {
    const decide = createRouteCors(around, { debug: true }).forRoute(around, 'PUT /items')
    const { set } = await decide(preflight(A, 'PUT'))
    expect(Object.fromEntries(set)[METHODS]).toBe('PUT')
  })

  it('takes hooks, failures and vary to the routes', async () => {
    const seen: unknown[] = []
    const { forRoute } = createRouteCors<string>(around, {
      vary: ['X-Tenant'],
      onDecision: ({ kind }, _, context) => seen.push([kind, context]),
      onError: (error) => seen.push(error),
    })
    const failing = forRoute({ allowOrigins: () => Promise.reject(new Error('no')) }, 'PUT /items')
    expect((await failing(actual(A), 'x')).vary).toEqual(['Origin', 'X-Tenant'])
    expect(seen).toEqual([new Error('no'), ['continue', 'x']])
  })

  it.each([
    [true, 'is true'],
    [null, 'is null'],
    [undefined, 'is undefined'],
    ['*', 'is "*"'],
    [{ allowMethods: ['PUT'] }, 'lacks allowOrigins'],
    [{}, 'lacks allowOrigins'],
  ])('refuses the option %j', (option, found) => {
    expect(() => createRouteCors(around).forRoute(option, 'PUT /items')).toThrow(
      new TypeError(
        `The cors option of PUT /items ${found}: write a policy, false to refuse, or a configuration that names allowOrigins, as none is inherited`,
      ),
    )
  })

  it('names the route whose configuration has mistakes', () => {
    let thrown: unknown
    try {
      createRouteCors(around).forRoute({ allowOrigins: [`${A}/`] }, 'PUT /items')
    } catch (error) {
      thrown = error
    }
    expect(isCorsConfigError(thrown) && thrown.message).toMatch(
      /^The cors option of PUT \/items has a mistake:\n {2}- /,
    )
  })

  it("names another library's key before it asks for allowOrigins", () => {
    const { forRoute } = createRouteCors(around)
    expect(() => forRoute({ origin: '*' }, 'PUT /items')).toThrow('"origin" is not a key of a CORS configuration')
    expect(() => forRoute({ origin: '*' }, 'PUT /items')).toThrow(/^The cors option of PUT \/items has a mistake:/)
    expect(() => forRoute({ maxAge: -1, origin: '*' }, 'PUT /items')).toThrow('has 2 mistakes')
    expect(() => forRoute({ maxAge: -1 }, 'PUT /items')).toThrow('The cors option of PUT /items lacks allowOrigins')
  })

  it('calls the option what the framework calls it', async () => {
    const { forRoute } = createRouteCors(around, { debug: true }, 'plugins.corsac')
    expect(() => forRoute(7, 'PUT /items')).toThrow('The plugins.corsac option of PUT /items is 7')
    expect(() => forRoute({ allowOrigins: [] }, 'PUT /items')).toThrow('The plugins.corsac option of PUT /items has')
    const decision = await forRoute(false, 'PUT /items')(preflight(A, 'PUT'))
    expect(JSON.stringify(decision)).toContain('the plugins.corsac option of the route is false')
  })

  it('passes on what is wrong with an option of its own', () => {
    const { forRoute } = createRouteCors(around)
    const option = { allowOrigins: [A] }
    expect(() => forRoute(option, 'PUT /items')).not.toThrow()
    const options = { isPublicSuffix: () => false }
    const wrong = createRouteCors(around, options)
    Object.assign(options, { isPublicSuffix: 7 })
    expect(() => wrong.forRoute(option, 'PUT /items')).toThrow('isPublicSuffix')
  })
})
