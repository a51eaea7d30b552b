import type { CorsDecision } from './cors-decision.ts'
import { type SpecAnchorName, specAnchors } from './spec-anchors.ts'

/**
 * What a browser makes of a request and its decision, as far as the server can know.
 *
 * `not-a-cors-request`: there is no `Origin`, and nothing to check. `shared`: the page may read the response.
 * `not-shared`: the browser withholds the response. `preflight-passes`: the browser goes on to send the actual request.
 * `preflight-refused`: it never sends it.
 *
 * The server does not see the credentials mode: where the policy allows no credentials, `shared` and `preflight-passes`
 * hold for requests that include none. What no browser sends, or what is too long to be read, counts as refused.
 */
export type ExplanationOutcome =
  'not-a-cors-request' | 'shared' | 'not-shared' | 'preflight-passes' | 'preflight-refused'

/** The one change to the configuration that lets a step pass. */
export interface ExplanationRemedy {
  /** The key of the configuration to change. */
  readonly key: 'allowOrigins' | 'allowMethods' | 'allowHeaders'
  /** What the list lacks. */
  readonly add: readonly string[]
  /** The whole new value of the key: what it lists now, and what it lacks. */
  readonly value: readonly string[]
  /** The change, in one sentence. */
  readonly text: string
}

/** One step that a browser takes, and what comes of it. */
export interface ExplanationStep {
  /** The algorithm or definition by its name in the standard. */
  readonly algorithm: string
  /** The address of it in the standard. */
  readonly anchor: string
  /** Whether the step passes or fails; `info` decides nothing. */
  readonly verdict: 'pass' | 'fail' | 'info'
  /** What was found, in one sentence. Values are quoted, escaped to printable ASCII, and cut where they are long. */
  readonly text: string
  /** The change that lets the step pass; absent where it passes, or where `text` says why no change can. */
  readonly remedy?: ExplanationRemedy
}

/** Why a request is decided as it is: what {@link explain} returns. */
export interface Explanation {
  /** The decision, exactly as {@link decide} makes it. */
  readonly decision: CorsDecision
  /** What a browser makes of it. */
  readonly outcome: ExplanationOutcome
  /** The steps in the order of the standard. A browser stops at the first that fails; here the others follow. */
  readonly steps: readonly ExplanationStep[]
}

/** Makes a step, with the address of its algorithm. */
export function explanationStep(
  algorithm: SpecAnchorName,
  verdict: ExplanationStep['verdict'],
  text: string,
  remedy?: ExplanationRemedy,
): ExplanationStep {
  return { algorithm, anchor: specAnchors[algorithm], verdict, text, ...(remedy !== undefined && { remedy }) }
}
