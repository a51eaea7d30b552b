/** The kinds of mistake that a configuration can hold, in the order in which the README lists them. */
export const corsConfigIssueCodes = [
  'config-not-an-object',
  'key-unknown',
  'key-hidden',
  'value-undefined',
  'value-of-wrong-type',
  'value-unreadable',
  'list-expected',
  'list-too-long',
  'origins-missing',
  'origin-empty',
  'origin-regexp',
  'origin-list-in-a-string',
  'origin-whitespace',
  'origin-scheme-missing',
  'origin-scheme-invalid',
  'origin-scheme-never-sent',
  'origin-userinfo',
  'origin-path',
  'origin-upper-case',
  'origin-not-ascii',
  'origin-host-invalid',
  'origin-host-too-long',
  'origin-ip-not-canonical',
  'origin-port-invalid',
  'origin-port-default',
  'origin-wildcard-misplaced',
  'origin-wildcard-with-credentials',
  'origin-null-with-credentials',
  'origin-insecure-with-credentials',
  'origin-public-suffix-with-credentials',
  'origin-public-suffixes-unknown',
  'method-invalid',
  'method-forbidden',
  'method-case',
  'header-name-invalid',
  'header-name-forbidden',
  'header-name-misplaced',
  'expose-wildcard-with-credentials',
  'max-age-out-of-range',
  'preflight-status-unsupported',
  'mistakes-left-out',
] as const

/** A kind of mistake that a configuration can hold. Codes are stable across releases; sentences are not. */
export type CorsConfigIssueCode = (typeof corsConfigIssueCodes)[number]

/** One thing that is wrong with a configuration. */
export interface CorsConfigIssue {
  readonly code: CorsConfigIssueCode
  /** Where it is, as one would write it: `allowOrigins[3]`; empty for the configuration as a whole. */
  readonly path: string
  /** The value found there. */
  readonly value: unknown
  /** What is wrong, and what to write instead, in one sentence. */
  readonly message: string
  /** The text that mends it in place of the value, where one edit does; for `key-unknown`, in place of the key. */
  readonly suggestion?: string
}
