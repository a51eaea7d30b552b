import {
  consoleMessage,
  type Engine,
  type Exchange,
  netError,
  type NetError,
  type Remedy,
  suggestRemedy,
} from '@corsac/user-agent'
import { type Exposure, exposureOf } from './exposure.ts'
import { headline } from './headline.ts'
import { describeNoResponse } from './no-response.ts'
import { notesOn } from './notes.ts'
import { type PreflightLifetime, preflightLifetimeOf } from './preflight-lifetime.ts'
import { exitCodeOf, type Verdict, verdictOf } from './verdict.ts'

/** What there is to say about an exchange, as data. */
export interface Explanation {
  /** What it comes to, and who has to do something about it. */
  readonly verdict: Verdict
  /** The exit code of the command. */
  readonly exitCode: number
  /** What it comes to and why, in one sentence. */
  readonly headline: string
  /** What would mend it; `null` where nothing failed, or no response came. */
  readonly remedy: Remedy | null
  /** Why no response came, and what to do about it; `null` where one came. */
  readonly noResponse: { readonly netError: NetError | null; readonly advice: string } | null
  /** What each engine's console says; `null` where it says nothing. */
  readonly console: Readonly<Record<Engine, string | null>>
  /** Which headers the page can read; `null` where it can read nothing. */
  readonly exposure: Exposure | null
  /** For how long the preflight is remembered; `null` where there was none that passed. */
  readonly preflight: PreflightLifetime | null
  /** What else is worth knowing. */
  readonly notes: readonly string[]
}

/** What is known beside an exchange. */
export interface ExplanationContext {
  /** What another origin got, if that was asked for. */
  readonly probed?: Exchange | null
  /** What was supposed, or done otherwise than in a browser. */
  readonly suppositions?: readonly string[]
}

/** Explains an exchange. */
export function explainExchange(
  exchange: Exchange,
  { probed = null, suppositions = [] }: ExplanationContext = {},
): Explanation {
  const verdict = verdictOf(exchange)
  const last = exchange.messages.at(-1)
  return {
    verdict,
    exitCode: exitCodeOf(verdict),
    headline: headline(exchange),
    remedy: suggestRemedy(exchange),
    noResponse:
      verdict === 'no-response' && last?.response === null
        ? { netError: netError(last.error ?? ''), advice: describeNoResponse(last).advice }
        : null,
    console: {
      chromium: consoleMessage(exchange, 'chromium'),
      firefox: consoleMessage(exchange, 'firefox'),
      webkit: consoleMessage(exchange, 'webkit'),
    },
    exposure: exposureOf(exchange),
    preflight: preflightLifetimeOf(exchange),
    notes: [...suppositions, ...notesOn(exchange, probed)],
  }
}
