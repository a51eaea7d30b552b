import type { EngineQuirk, QuirkFetchEnd } from '@corsac/user-agent'
import type { PageResult } from './page-report.ts'
import type { PlayedTrial } from './play-in-engine.ts'
import type { SeenRequest } from './stage.ts'

/** What shows in an engine of the requests with which a quirk is demonstrated, as far as its row speaks of it. */
export function showQuirk(row: EngineQuirk, { stage, results }: PlayedTrial): readonly QuirkFetchEnd[] {
  return endsByEngine(row).map((expected, index) => {
    const result = results[index]
    const next = results[index + 1]?.start ?? Infinity
    const seen = stage.seen.filter(({ at }) => result !== undefined && at >= result.start && at < next)
    const [last, beforeLast] = seen.toReversed()
    return {
      preflight: [last, beforeLast].some((request) => request?.purpose === 'preflight'),
      outcome: outcomeOf(result, last),
      ...(expected.lastRequest === undefined ? {} : { lastRequest: sightOf(expected.lastRequest, last) }),
      ...(expected.exposedHeaders === undefined ? {} : { exposedHeaders: exposedHeaders(row, result) }),
    }
  })
}

/** What a row says that shows in an engine which has the quirk; `origin` stands for that of its page. */
export function expectQuirk(row: EngineQuirk, origin: string): readonly QuirkFetchEnd[] {
  const { origin: pageOrigin, topLevelOrigin = pageOrigin } = row.exchange.page
  return endsByEngine(row).map(({ lastRequest, ...end }) => {
    if (lastRequest?.headers === undefined) return lastRequest === undefined ? end : { ...end, lastRequest }
    const headers = Object.entries(lastRequest.headers).map(
      ([name, value]) => [name, value?.replaceAll(topLevelOrigin, origin) ?? null] as const,
    )
    return { ...end, lastRequest: { ...lastRequest, headers: Object.fromEntries(headers) } }
  })
}

function endsByEngine({ exchange }: EngineQuirk): readonly QuirkFetchEnd[] {
  return exchange.fetches.map(({ byEngine, byStandard }) => byEngine ?? byStandard)
}

function outcomeOf(result: PageResult | undefined, last: SeenRequest | undefined): QuirkFetchEnd['outcome'] {
  if (result?.end.kind === 'resolved') return result.end.type?.startsWith('opaque') === true ? 'opaque' : 'readable'
  return last?.purpose === 'preflight' ? 'preflight-refused' : 'blocked'
}

function sightOf(
  { headers, method }: NonNullable<QuirkFetchEnd['lastRequest']>,
  last: SeenRequest | undefined,
): NonNullable<QuirkFetchEnd['lastRequest']> {
  const valueOf = (name: string): string | null =>
    last?.headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? null
  return {
    ...(method === undefined ? {} : { method: last?.method ?? '' }),
    ...(headers === undefined
      ? {}
      : { headers: Object.fromEntries(Object.keys(headers).map((name) => [name, valueOf(name)])) }),
  }
}

/** Leaves out what the stage adds to every response. */
function exposedHeaders({ exchange }: EngineQuirk, result: PageResult | undefined): readonly string[] {
  const named = new Set(exchange.answers.flatMap(({ headers }) => headers.map(([name]) => name.toLowerCase())))
  return result?.end.kind === 'resolved' ? result.end.headers.filter((name) => named.has(name)).sort() : []
}
