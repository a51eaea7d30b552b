/** Something that may keep what it is asked about. */
export interface GrowthSubject {
  readonly name: string
  /** How many requests, each from another origin, it gets. */
  readonly requests: number
  /** Requests that go before, for the engine to compile what is measured, and for tables of a fixed size to fill. */
  readonly warmUp: number
  /** Which origin asks at an index. */
  readonly originAt: (index: number) => string
  /** Handles a request from an origin. */
  readonly handle: (origin: string) => unknown
  /** Tells whether it answers the first request as its name says. */
  readonly isRight: () => boolean | Promise<boolean>
}
