import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { engineQuirks, quirksOf } from './engine-quirk-table.ts'
import type { Engine } from './engine-quirk.ts'
import { STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { Exchange } from './exchange.ts'
import { getHeader } from './header-list.ts'
import type { QuirkAnswer, QuirkDemonstration, QuirkFetchEnd } from './quirk-demonstration.ts'
import type { Transport } from './transport.ts'
import { createUserAgent } from './user-agent.ts'

const shown = engineQuirks.flatMap(({ engines, exchange, id }) =>
  engines.map(({ engine }) => ({ id, engine, exchange })),
)

/** Runs a demonstration in a browser that has just been started. */
async function demonstrate(exchange: QuirkDemonstration, engine?: Engine): Promise<readonly Required<QuirkFetchEnd>[]> {
  let time = Date.UTC(2026, 0)
  const transport = answerInOrder(exchange)
  const agent = createUserAgent({ transport, now: () => time, ...(engine === undefined ? {} : { engine }) })
  const ends: Required<QuirkFetchEnd>[] = []
  for (const { afterSeconds = 0, request } of exchange.fetches) {
    time += afterSeconds * 1000
    ends.push(endOf(await agent.fetch(exchange.page, request)))
  }
  return ends
}

function endOf({ exposedHeaders, messages, outcome }: Exchange): Required<QuirkFetchEnd> {
  const [last, beforeLast] = messages.toReversed()
  const headers = Object.fromEntries((last?.request.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]))
  return {
    preflight: [last, beforeLast].some((message) => message?.purpose === 'preflight'),
    outcome,
    lastRequest: { method: last?.request.method ?? '', headers },
    exposedHeaders,
  }
}

/** Picks out of an end what is said of it; a header that is absent is said to be `null`. */
function pick(end: Required<QuirkFetchEnd>, said: QuirkFetchEnd): QuirkFetchEnd {
  const {
    lastRequest: { headers = {}, method = '' },
  } = end
  const names = Object.keys(said.lastRequest?.headers ?? {})
  return {
    preflight: end.preflight,
    outcome: end.outcome,
    ...(said.exposedHeaders === undefined ? {} : { exposedHeaders: end.exposedHeaders }),
    ...(said.lastRequest === undefined
      ? {}
      : {
          lastRequest: {
            ...(said.lastRequest.method === undefined ? {} : { method }),
            ...(said.lastRequest.headers === undefined
              ? {}
              : { headers: Object.fromEntries(names.map((name) => [name, headers[name] ?? null])) }),
          },
        }),
  }
}

function answerInOrder({ answers, preflightAnswers }: QuirkDemonstration): Transport {
  const next = { preflight: preflightAnswers.map((headers) => ({ status: 204, headers })), actual: [...answers] }
  const take = (list: QuirkAnswer[]): QuirkAnswer =>
    (list.length > 1 ? list.shift() : list[0]) ?? { status: 404, headers: [] }
  return ({ headers }) => {
    const isPreflight = getHeader(headers, 'access-control-request-method') !== null
    return Promise.resolve(isPreflight ? take(next.preflight) : { ...take(next.actual), body: '' })
  }
}

describe('engineQuirks', () => {
  it.each(shown)('shows $id in $engine, and not by the standard', async ({ engine, exchange }) => {
    const byStandard = exchange.fetches.map((one) => one.byStandard)
    const byEngine = exchange.fetches.map((one) => one.byEngine ?? one.byStandard)
    expect(byEngine).not.toEqual(byStandard)
    const pickAll = (ends: readonly Required<QuirkFetchEnd>[], said: readonly QuirkFetchEnd[]) =>
      ends.map((end, index) => pick(end, said[index] ?? end))
    expect(pickAll(await demonstrate(exchange), byStandard)).toEqual(byStandard)
    expect(pickAll(await demonstrate(exchange, engine), byEngine)).toEqual(byEngine)
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
      repeatedHeadersAreRepeated: true,
      safelistedValuesLimit: null,
      nonAsciiIsUnsafe: true,
      rangePositionLimit: '18446744073709551615',
      opaqueOriginIsShownWithCredentials: true,
      preflightOnEveryRedirect: true,
      redirectedPreflightIsFor: 'page-headers-less-dropped',
      preflightOriginIsNeverTainted: true,
      authorizationReturns: true,
      bodyHeadersReturn: 'with-first-method-kept',
      cacheForgetsAt: 'network-error-but-redirect-error',
      repeatedLocation: 'one-if-equal',
      conditionalRequestsSkipCache: true,
      manualRedirectFailsAt: 'repeated-location',
      malformedAfterExposedWildcard: 'ignored',
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
