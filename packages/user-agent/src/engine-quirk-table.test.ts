import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { engineQuirks, quirksOf } from './engine-quirk-table.ts'
import type { Engine } from './engine-quirk.ts'
import { STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'
import type { QuirkDemonstration, QuirkFetchEnd } from './quirk-demonstration.ts'
import type { Transport } from './transport.ts'
import { createUserAgent } from './user-agent.ts'

const shown = engineQuirks.flatMap(({ engines, exchange, id }) =>
  engines.map(({ engine }) => ({ id, engine, exchange })),
)

/** Runs a demonstration in a browser that has just been started. */
async function demonstrate(exchange: QuirkDemonstration, engine?: Engine): Promise<readonly QuirkFetchEnd[]> {
  let time = Date.UTC(2026, 0)
  const transport = answerInOrder(exchange)
  const agent = createUserAgent({ transport, now: () => time, ...(engine === undefined ? {} : { engine }) })
  const ends: QuirkFetchEnd[] = []
  for (const { afterSeconds = 0, request } of exchange.fetches) {
    time += afterSeconds * 1000
    const { messages, outcome } = await agent.fetch(exchange.page, request)
    ends.push({ preflight: messages.some(({ purpose }) => purpose === 'preflight'), outcome })
  }
  return ends
}

function answerInOrder({ answers, preflightAnswers }: QuirkDemonstration): Transport {
  const next = { preflight: [...preflightAnswers], actual: [...answers] }
  const take = (list: HeaderPairs[]): HeaderPairs => (list.length > 1 ? list.shift() : list[0]) ?? []
  return ({ headers }) => {
    const isPreflight = getHeader(headers, 'access-control-request-method') !== null
    return Promise.resolve(
      isPreflight
        ? { status: 204, headers: take(next.preflight) }
        : { status: 200, headers: take(next.actual), body: '' },
    )
  }
}

describe('engineQuirks', () => {
  it.each(shown)('shows $id in $engine, and not by the standard', async ({ engine, exchange }) => {
    const byStandard = exchange.fetches.map((one) => one.byStandard)
    const byEngine = exchange.fetches.map((one) => one.byEngine ?? one.byStandard)
    expect(byEngine).not.toEqual(byStandard)
    expect(await demonstrate(exchange)).toEqual(byStandard)
    expect(await demonstrate(exchange, engine)).toEqual(byEngine)
  })

  it('has a name of its own for every quirk', () => {
    expect(new Set(engineQuirks.map(({ id }) => id)).size).toBe(engineQuirks.length)
  })

  it('turns knobs away from the standard, and for one engine each knob once', () => {
    for (const engine of ['chromium', 'firefox', 'webkit'] as const) {
      const own = engineQuirks.filter(({ engines }) => engines.some((one) => one.engine === engine))
      const knobs = own.flatMap(({ behaviour }) => Object.keys(behaviour))
      expect(new Set(knobs).size).toBe(knobs.length)
    }
    for (const { behaviour } of engineQuirks)
      expect({ ...STANDARD_BEHAVIOUR, ...behaviour }).not.toEqual(STANDARD_BEHAVIOUR)
  })

  it('is listed in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
    for (const { difference, id, standard } of engineQuirks) {
      const row = rows.find(([, name]) => name === `\`${id}\``)
      expect(row?.slice(3, 5), id).toEqual([standard, difference])
    }
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(engineQuirks))).toEqual(engineQuirks)
  })
})

describe('quirksOf', () => {
  it('gathers what an engine has, and leaves the rest to the standard', () => {
    expect(quirksOf('firefox')).toEqual({
      ...STANDARD_BEHAVIOUR,
      maxAgeLimit: 86_400,
      malformedMaxAge: -1,
      wildcardCoversAuthorization: true,
      forcedPreflightAllows: 'safelisted-methods',
      forcedPreflightNeedsCachedMethod: false,
      methodsNotCached: ['GET', 'POST'],
      cachedWildcard: 'never',
      credentialedEntriesServeAll: false,
      renewalRestartsLifetime: true,
      zeroMaxAgeRemoves: false,
    })
  })
})
