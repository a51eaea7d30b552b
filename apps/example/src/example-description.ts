import type { CompleteCorsConfig } from '@corsac/core'

/** A server of the API, as the dashboard shows it. */
export interface ApiServer {
  /** Short and stable: it is part of addresses. */
  readonly id: string
  readonly name: string
  /** The package that enforces the policy. */
  readonly binding: string
  /** What serves, and its version. */
  readonly framework: string
  readonly origin: string
}

/** What the dashboard's server tells the dashboard. */
export interface ExampleDescription {
  readonly servers: readonly ApiServer[]
  /** An origin that the policy does not name. */
  readonly strangerOrigin: string
  /** The policy that every server enforces. */
  readonly policy: CompleteCorsConfig
}
