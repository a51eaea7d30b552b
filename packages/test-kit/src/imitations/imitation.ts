import type { OriginParts } from './origin-parts.ts'

/** One way to imitate an allowed origin, so that a server that compares carelessly takes it for that. */
export interface Imitation {
  /** What the ids of its cases end with. */
  readonly slug: string
  /** Says in one sentence that such an origin is not allowed; `allowed` names what is imitated. */
  readonly require: (allowed: string) => string
  /** Where the requirement comes from. */
  readonly spec: readonly string[]
  /** Set where it shows the same of every entry, so that the first is enough. */
  readonly once?: true
  /** Makes imitations of one entry of `allowOrigins`; none where the entry does not lend itself to it. */
  readonly imitate: (parts: OriginParts) => readonly string[]
}

/** The host of whoever imitates. */
export const HOSTILE_HOST = 'evil.example'
