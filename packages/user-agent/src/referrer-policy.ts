import { extractHeaderListValues } from './extract-header-list-values.ts'
import type { HeaderPairs } from './header-list.ts'

const REFERRER_POLICIES = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
] as const

/**
 * What a page lets others know of itself; outside of CORS it governs the `Origin` header too.
 *
 * @see https://w3c.github.io/webappsec-referrer-policy/#referrer-policies
 */
export type ReferrerPolicy = (typeof REFERRER_POLICIES)[number]

/**
 * Reads the policy that a response sets: the last one in its `Referrer-Policy` that is known; `null` where there is none.
 *
 * @see https://w3c.github.io/webappsec-referrer-policy/#parse-referrer-policy-from-header
 */
export function parseReferrerPolicy(headers: HeaderPairs): ReferrerPolicy | null {
  const tokens = extractHeaderListValues('referrer-policy', headers)
  if (tokens === null || tokens === 'failure') return null
  return tokens.map((token) => REFERRER_POLICIES.find((policy) => policy === token)).findLast(isKnown) ?? null
}

function isKnown(policy: ReferrerPolicy | undefined): policy is ReferrerPolicy {
  return policy !== undefined
}
