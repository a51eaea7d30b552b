import { describeValue } from './describe-value.ts'
import { type OriginPatternParts, splitOriginPattern } from './origin-pattern-parts.ts'
import type { SerializedOrigin } from './serialized-origin.ts'

/** In what alone a pattern differs from an origin that it does not match, the likeliest slip first. */
const DIFFERENCES = [
  ['scheme', 'which has another scheme'],
  ['port', 'which has another port'],
  ['apex', 'which stands for the subdomains of that host and not for the host itself'],
  ['subdomain', 'which does not stand for its subdomains'],
  ['scheme-and-port', 'which has another scheme and another port'],
] as const

type Difference = (typeof DIFFERENCES)[number][0]

/** Finds the pattern of a list that an origin matches; `undefined` where there is none. */
export function findMatchingPattern(origin: SerializedOrigin, patterns: readonly string[]): string | undefined {
  return patterns.find((pattern) => compare(origin, pattern) === 'none')
}

/**
 * Says what a list has in place of an origin that it does not allow: the entry that was probably meant, or the nearest.
 *
 * @param text The origin as it came, well-formed.
 */
export function explainUnlistedOrigin(text: string, origin: SerializedOrigin, patterns: readonly string[]): string {
  // The first of a kind stays.
  const found = new Map(patterns.toReversed().map((pattern) => [compare(origin, pattern), pattern]))
  for (const [difference, explanation] of DIFFERENCES) {
    const pattern = found.get(difference)
    if (pattern !== undefined) return `it has ${describeValue(pattern)}, ${explanation}`
  }
  const nearest = patterns.reduce((best, pattern) => (distance(text, pattern) < distance(text, best) ? pattern : best))
  return `the nearest that it has is ${describeValue(nearest)}`
}

/** Compares an origin with a pattern; `null` where they differ in more than can be said in short. */
function compare(origin: SerializedOrigin, text: string): Difference | 'none' | null {
  if (text === 'null') return null
  const pattern = splitOriginPattern(text)
  const sameScheme = origin.scheme === pattern.scheme
  const samePort = pattern.anyPort || origin.port === pattern.port.slice(':'.length)
  if (isHostOf(origin, pattern)) {
    if (sameScheme) return samePort ? 'none' : 'port'
    return samePort ? 'scheme' : 'scheme-and-port'
  }
  if (!sameScheme || !samePort) return null
  if (pattern.subdomains) return origin.host === pattern.host ? 'apex' : null
  return origin.host.endsWith(`.${pattern.host}`) ? 'subdomain' : null
}

function isHostOf({ host }: SerializedOrigin, pattern: OriginPatternParts): boolean {
  return pattern.subdomains ? host.endsWith(`.${pattern.host}`) : host === pattern.host
}

/** Counts the characters between the common beginning and the common end of two texts: the length of the one edit. */
function distance(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end
}
