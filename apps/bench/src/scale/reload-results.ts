/** What replacing the policy of a server again and again came to, while it was asked without a pause. */
export interface ReloadResults {
  /** How many exact origins each policy has. */
  readonly origins: number
  readonly requests: number
  readonly reloads: number
  /** Requests during which no policy was replaced, so that only one answer was right. */
  readonly decisive: number
  /** Answers that were right for none of the policies that were current while their request was under way. */
  readonly wrong: number
  /** What a definition takes of the server's time, in milliseconds: the first of the process, and all that followed. */
  readonly definitionMs: { readonly first: number; readonly median: number; readonly p99: number; readonly max: number }
  /** The longest time that the server could do nothing else, for whatever reason, in milliseconds. */
  readonly longestBlockMs: number
}
