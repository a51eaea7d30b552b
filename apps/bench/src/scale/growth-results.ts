/** What was held more on the heap after many requests, each from another origin. */
export interface GrowthRow {
  readonly subject: string
  readonly requests: number
  readonly bytes: number
}

export type GrowthResults = readonly GrowthRow[]
