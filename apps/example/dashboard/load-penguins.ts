import type { ApiServer } from '../src/example-description.ts'
import { isRecord, parseJson } from '../src/json.ts'
import { type Grouping, isPenguin, type Penguin } from '../src/penguin.ts'
import { fetchAsPage, type PageView, seenHeader } from './page-fetch.ts'

/** A group of penguins, as the figure's caption sums it up. */
export interface SpeciesSummary {
  readonly species: string
  readonly count: number
  readonly flipperLength: number | null
  readonly bodyMass: number | null
}

/** What the figure shows: penguins, or why there are none. */
export type LoadedPenguins =
  | {
      readonly ok: true
      readonly url: string
      readonly penguins: readonly Penguin[]
      readonly summaries: readonly SpeciesSummary[]
      /** What the server says in `x-total-count`; `null` where the page cannot read that header. */
      readonly totalCount: string | null
    }
  | { readonly ok: false; readonly url: string; readonly problem: string }

/** Asks a server on another origin for penguins, one by one and summed up by species. */
export async function loadPenguins(
  { origin }: ApiServer,
  filter: Readonly<Partial<Record<Grouping, string>>>,
): Promise<LoadedPenguins> {
  const url = new URL('/penguins', origin)
  for (const [name, value] of Object.entries(filter)) url.searchParams.set(name, value)
  const aggregateUrl = new URL(url)
  aggregateUrl.searchParams.set('aggregate', 'species')

  const [rows, aggregates] = await Promise.all([get(url), get(aggregateUrl)])
  const problem = problemOf(rows) ?? problemOf(aggregates)
  if (problem !== null || rows.kind === 'error' || aggregates.kind === 'error') {
    return { ok: false, url: url.href, problem: problem ?? '' }
  }
  return {
    ok: true,
    url: url.href,
    penguins: readList(rows.body).filter(isPenguin),
    summaries: readList(aggregates.body).flatMap(readSummary),
    totalCount: seenHeader(rows, 'x-total-count'),
  }
}

function get(url: URL): Promise<PageView> {
  const request = {
    method: 'GET',
    url: url.href,
    headers: [],
    mode: 'cors',
    redirect: 'follow',
    credentials: 'omit',
  } as const
  return fetchAsPage(request)
}

function problemOf(view: PageView): string | null {
  if (view.kind === 'error')
    return `The browser gave this page nothing but "${view.message}". Is the example still running?`
  if (view.status === 200) return null
  const body = parseJson(view.body)
  return `The server answered ${view.status}${isRecord(body) && typeof body.error === 'string' ? `: ${body.error}` : ''}`
}

function readList(body: string): readonly unknown[] {
  const json = parseJson(body)
  return Array.isArray(json) ? json : []
}

function readSummary(value: unknown): readonly SpeciesSummary[] {
  if (!isRecord(value) || !isRecord(value.means)) return []
  const { group, count, means } = value
  if (typeof group !== 'string' || typeof count !== 'number') return []
  return [{ species: group, count, flipperLength: toNumber(means.flipperLength), bodyMass: toNumber(means.bodyMass) }]
}

function toNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
