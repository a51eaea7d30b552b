import {
  createRecordedTransport,
  createUserAgent,
  type Exchange,
  type ExchangeMessage,
  type PageRequest,
} from '@corsac/user-agent'
import type { ApiServer } from '../src/example-description.ts'
import type { CellOutcome } from './outcome.ts'
import { fetchAsPage, type PageView } from './page-fetch.ts'
import { fetchRecordedMessages } from './recorded-messages.ts'
import type { Scenario } from './scenario.ts'
import type { StrangerFrame } from './stranger-frame.ts'

/** What came of trying a scenario with a server. */
export interface CellRun {
  readonly server: ApiServer
  readonly scenario: Scenario
  /** What the browser made of it. */
  readonly outcome: CellOutcome
  readonly isExpected: boolean
  readonly view: PageView
  /** What the servers saw of it, and what the Fetch standard makes of that, step by step. */
  readonly exchange: Exchange
  /** What went over the wire. */
  readonly messages: readonly ExchangeMessage[]
}

/** Tries a scenario with a server in this very browser. */
export async function runCell(
  server: ApiServer,
  scenario: Scenario,
  stranger: StrangerFrame,
  signal: AbortSignal,
): Promise<CellRun> {
  const exchangeId = crypto.randomUUID()
  const request = toPageRequest(server, scenario, exchangeId)
  const isStranger = scenario.page === 'stranger'
  const view = await (isStranger ? stranger.fetch(request) : fetchAsPage(request, signal))
  const messages = await fetchRecordedMessages(exchangeId)
  const page = { origin: isStranger ? stranger.origin : location.origin }
  const exchange = await createUserAgent({ transport: createRecordedTransport(messages) }).fetch(page, request)
  const outcome = judge(view, messages, scenario)
  return { server, scenario, outcome, isExpected: outcome === scenario.expected, view, exchange, messages }
}

/** The exchange has a name of its own in the query, by which it is found again, and which no preflight cache knows. */
function toPageRequest({ origin }: ApiServer, scenario: Scenario, exchangeId: string): PageRequest {
  const url = new URL(scenario.path, origin)
  url.searchParams.set('exchange', exchangeId)
  const { method, headers, credentials, body } = scenario
  return {
    method,
    url: url.href,
    headers,
    credentials,
    mode: 'cors',
    redirect: 'follow',
    ...(body !== undefined && { body }),
  }
}

/** The page itself learns only that it failed; how far its request came, the servers know. */
function judge(view: PageView, messages: readonly ExchangeMessage[], { accepts }: Scenario): CellOutcome {
  if (view.kind === 'response') return accepts(view) ? 'readable' : 'blocked'
  const last = messages.at(-1)
  if (last === undefined) return 'not-applicable'
  return last.purpose === 'preflight' ? 'preflight-refused' : 'blocked'
}
