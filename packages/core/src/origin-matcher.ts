import type { OriginPattern } from './origin-pattern.ts'
import { MAX_ORIGIN_LENGTH, parseSerializedOrigin } from './serialized-origin.ts'

/** Tells whether an origin matches one of the patterns that it was compiled from. */
export type OriginMatcher = (origin: string) => boolean

/**
 * Compiles patterns into one look-up whose cost does not depend on their number.
 *
 * Exact origins are found by the text as it came. For wildcards the question is turned round: an origin can match only
 * a few pattern texts, one for each label of its host and each notation of its port, and each of those is looked up.
 */
export function compileOriginMatcher(patterns: readonly OriginPattern[]): OriginMatcher {
  const exact = new Set<string>()
  const wildcards = new Set<string>()
  for (const pattern of patterns) (pattern.subdomains || pattern.anyPort ? wildcards : exact).add(pattern.text)
  const anyPort = patterns.some((pattern) => pattern.anyPort)

  // The length is looked at first: hashing a text of a megabyte costs as much as reading it.
  if (wildcards.size === 0) return (origin) => origin.length <= MAX_ORIGIN_LENGTH && exact.has(origin)

  return (origin) => {
    if (origin.length > MAX_ORIGIN_LENGTH) return false
    if (exact.has(origin)) return true
    const parts = parseSerializedOrigin(origin)
    if (parts === null) return false

    const scheme = `${parts.scheme}://`
    const port = parts.port === '' ? '' : `:${parts.port}`
    if (anyPort && wildcards.has(`${scheme}${parts.host}:*`)) return true
    for (let dot = parts.host.indexOf('.'); dot >= 0; dot = parts.host.indexOf('.', dot + 1)) {
      const parent = `${scheme}*${parts.host.slice(dot)}`
      if (wildcards.has(parent + port) || (anyPort && wildcards.has(`${parent}:*`))) return true
    }
    return false
  }
}
