import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { extractHeaderListValues } from './extract-header-list-values.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'

const DEFAULT_MAX_AGE = 5
const LARGEST_INT64 = 2n ** 63n - 1n

/**
 * Extracts for how many seconds a preflight may be cached: 5 where nothing is said, and no more than the browser's limit.
 *
 * These are steps 8 to 10 of CORS-preflight fetch. A number below zero, which only a quirk can bring about, has passed at
 * once, as zero has.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function extractMaxAge(responseHeaders: HeaderPairs, quirks: EngineQuirks = STANDARD_BEHAVIOUR): number {
  const value = getHeader(responseHeaders, 'access-control-max-age')
  if (value === null) return DEFAULT_MAX_AGE
  const maxAge = quirks.maxAgeSyntax === 'int64' ? parseInt64(value) : parseDeltaSeconds(responseHeaders)
  return Math.min(maxAge ?? quirks.malformedMaxAge, quirks.maxAgeLimit)
}

function parseDeltaSeconds(responseHeaders: HeaderPairs): number | null {
  const values = extractHeaderListValues('access-control-max-age', responseHeaders)
  return values === null || values === 'failure' ? null : Number(values[0])
}

function parseInt64(value: string): number | null {
  if (!/^[+-]?[0-9]+$/.test(value)) return null
  const digits = BigInt(value.replace('+', ''))
  return digits > LARGEST_INT64 || digits < -LARGEST_INT64 - 1n ? null : Number(digits)
}
