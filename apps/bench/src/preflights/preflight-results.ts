/** What the section `preflights` counted. */
export interface PreflightResults {
  readonly session: {
    readonly requests: number
    readonly resources: number
    /** The requests that would be preflighted if nothing were cached. */
    readonly preflighted: number
    readonly visits: number
    /** Between two visits, in seconds. */
    readonly pause: number
  }
  /** Which Chromium made the requests. */
  readonly browser: string
  /** The fewest possible first. */
  readonly subjects: readonly PreflightResult[]
}

/** What a session costs with one implementation. */
export interface PreflightResult {
  /** Readable alone, as `express, cors 2.8.6`. */
  readonly subject: string
  readonly kind: 'peer' | 'corsac' | 'floor'
  readonly preflights: number
  /** What had to be set for the session to work, as code; `null` where the defaults do. */
  readonly options: string | null
}
