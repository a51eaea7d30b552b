import { createUserAgent, type Exchange, type Transport } from '@corsac/user-agent'
import { createCookieStore } from '@corsac/user-agent/node'
import type { EngineName } from './engines/engine.ts'
import { fillIn, urlOfHop } from './fill-in.ts'
import { type Observation, observe } from './observation.ts'
import { originOfPage } from './origins.ts'
import type { PageEnd } from './page-report.ts'
import type { Stage } from './stage.ts'
import type { TrialRequest } from './trial.ts'

/** How the model plays a trial. */
export interface ModelOptions {
  /** Whose quirks it has; `null` for those of nobody, which is the standard. */
  readonly engine: EngineName | null
  /** When each request is made, in milliseconds; requests after the last of these are made at once. */
  readonly starts: readonly number[]
}

/** Plays a trial in the model of a browser, over a transport that gives the stage's answers. */
export async function playInModel(stage: Stage, { engine, starts }: ModelOptions): Promise<Observation> {
  const { trial, place } = stage
  let now = 0
  const transport: Transport = ({ method, url, headers, body = '' }) =>
    Promise.resolve(stage.answer({ method, url, headers, body: Buffer.from(body).toString('latin1') }))
  const agent = createUserAgent({
    transport,
    now: () => now,
    cookieStore: createCookieStore(),
    ...(engine === null ? {} : { engine }),
  })
  const page = { origin: originOfPage(trial.page, place.origins), topLevelOrigin: place.origins.app }
  const ends: PageEnd[] = []
  for (const [index, request] of trial.requests.entries()) {
    now = starts[index] ?? now
    const exchange = await agent.fetch(page, {
      ...request,
      url: urlOfHop(request.hop, trial, place),
      headers: request.headers.map(([name, value]) => [name, fillIn(value, trial, place)]),
    })
    ends.push(endOf(request, exchange))
  }
  return observe(stage, ends)
}

/** What a page learns of an exchange. */
function endOf(
  { uploadListeners }: TrialRequest,
  { outcome, exposedHeaders, messages, reason, steps }: Exchange,
): PageEnd {
  const sent = messages.filter(({ purpose }) => purpose === 'actual')
  const last = sent.at(-1)
  if ((outcome !== 'readable' && outcome !== 'opaque') || last?.response == null) {
    return { kind: 'rejected', error: reason ?? outcome }
  }
  const type =
    /^(\S+) filtered response$/
      .exec(steps.at(-1)?.algorithm ?? '')?.[1]
      ?.toLowerCase()
      .replace('-', '') ?? ''
  const isOpaque = type === 'opaque'
  return {
    kind: 'resolved',
    status: outcome === 'opaque' ? 0 : last.response.status,
    ...(uploadListeners === true ? {} : { type, redirected: !isOpaque && sent.length > 1 }),
    url: isOpaque ? '' : last.request.url,
    headers: exposedHeaders,
  }
}
