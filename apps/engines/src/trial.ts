import type { HeaderPairs, PageRequest } from '@corsac/user-agent'
import type { PageName, ServerName } from './origins.ts'

/**
 * What a page asks, one request after the other, and what servers answer: the same for an engine and for the model.
 *
 * Texts hold placeholders for what differs from run to run; {@link fillIn} lists them.
 */
export interface Trial {
  readonly page: PageName
  readonly requests: readonly TrialRequest[]
  /** The resources of the trial, each with a URL of its own; redirects lead from one to another. */
  readonly hops: readonly Hop[]
}

/** One call of `fetch`. */
export interface TrialRequest extends Omit<PageRequest, 'url'> {
  /** The index of the hop that is asked for. */
  readonly hop: number
  /** How many milliseconds the page waits before it. */
  readonly wait: number
}

/** A resource and all it answers. */
export interface Hop {
  readonly server: ServerName
  /** What it answers to preflights: to the first, the second and so on, and the last of these from then on. */
  readonly preflight: readonly Answer[]
  /** What it answers to other requests, in the same way. */
  readonly actual: readonly Answer[]
}

/** A response, but for what its framing adds. */
export interface Answer {
  readonly status: number
  readonly headers: HeaderPairs
}
