import type { HeaderPairs } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { makeExchange } from '../fixtures/exchange.ts'
import { describeLifetime, preflightLifetimeOf } from './preflight-lifetime.ts'

async function lifetimeOf(maxAge: HeaderPairs): Promise<ReturnType<typeof preflightLifetimeOf>> {
  const headers: HeaderPairs = [
    ['access-control-allow-origin', '*'],
    ['access-control-allow-methods', '*'],
  ]
  return preflightLifetimeOf(
    await makeExchange({
      request: { method: 'PUT' },
      preflight: { headers: [...headers, ...maxAge] },
      answers: [{ headers }],
    }),
  )
}

describe('preflightLifetimeOf', () => {
  it('has nothing to say where there was no preflight, or none that passed', async () => {
    expect(preflightLifetimeOf(await makeExchange({}))).toBeNull()
    expect(preflightLifetimeOf(await makeExchange({ request: { method: 'PUT' } }))).toBeNull()
  })

  it('knows the limits of engines', async () => {
    expect(await lifetimeOf([['access-control-max-age', '86400']])).toEqual({
      maxAge: '86400',
      standard: 86400,
      engines: { chromium: 7200, firefox: 86400, webkit: 600 },
    })
  })
})

describe('describeLifetime', () => {
  it.each<[HeaderPairs, string]>([
    [[], 'kept for 5 s (there is no Access-Control-Max-Age)'],
    [[['access-control-max-age', '600']], 'kept for 10 min'],
    [[['access-control-max-age', '90']], 'kept for 90 s'],
    [[['access-control-max-age', '0']], 'not kept: asked again each time'],
    [[['access-control-max-age', '86400']], 'kept for 2 h in Chrome, 24 h in Firefox, 10 min in Safari'],
    [[['access-control-max-age', '-1']], 'kept for 0 s in Chrome, 0 s in Firefox, 0 s in Safari'],
  ])('says of %j: %s', async (maxAge, text) => {
    const lifetime = await lifetimeOf(maxAge)
    expect(lifetime === null ? '' : describeLifetime(lifetime, null)).toBe(text)
  })

  it('speaks of one engine alone', async () => {
    const lifetime = await lifetimeOf([['access-control-max-age', '86400']])
    expect(lifetime === null ? '' : describeLifetime(lifetime, 'webkit')).toBe('kept for 10 min')
  })
})
