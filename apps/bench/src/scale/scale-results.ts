/** What one way to allow listed origins came to, with a list of one length. */
export interface ScaleRow {
  readonly subject: string
  /** Whether the decision alone was measured, or what a whole request pays for it: two things not to be compared. */
  readonly kind: 'decision' | 'request'
  /** How many exact origins the list has. */
  readonly count: number
  /** What the subject takes to be made ready for requests, the list being there already. */
  readonly definitionMs: number
  /** What one origin more holds on the heap, its text included. */
  readonly bytesPerOrigin: number
  /**
   * For a listed origin: the mean of five that are spread evenly over the list; `null` where what a request pays is too
   * small beside the noise.
   */
  readonly hitNs: number | null
  /** For an origin that is not listed, and looks like those that are; `null` as above. */
  readonly missNs: number | null
}

/** All rows, each subject's from the shortest list to the longest. */
export type ScaleResults = readonly ScaleRow[]
