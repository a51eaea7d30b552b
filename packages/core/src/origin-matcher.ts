import type { OriginPattern } from './origin-pattern.ts'
import { MAX_ORIGIN_LENGTH, parseSerializedOrigin } from './serialized-origin.ts'

/** Tells whether an origin matches one of the patterns that it was compiled from. */
export type OriginMatcher = (origin: string) => boolean

/** The wildcard patterns of one scheme, by what an origin has to end with. */
interface WildcardEndings {
  /** What stands after the `*` of patterns with one port: `.a.example`, `.a.example:8443`. */
  readonly withPort: Set<string>
  /** What stands before the `:*` of patterns with any port: `.a.example` for subdomains, `localhost` for a host. */
  readonly anyPort: Set<string>
  /** Which numbers of dots the endings have: no other ending of an origin's host needs looking up. */
  readonly dots: boolean[]
}

const DOT = '.'.charCodeAt(0)

/**
 * Compiles patterns into one look-up whose cost does not depend on their number.
 *
 * Exact origins are found by the text as it came. For wildcards the question is turned round: an origin can match only
 * where its host ends at one of its dots as a pattern does, and each such ending is looked up.
 *
 * @param exact The origins that are named as they are.
 * @param patterns Those with a wildcard.
 */
export function compileOriginMatcher(exact: ReadonlySet<string>, patterns: readonly OriginPattern[]): OriginMatcher {
  const wildcards = new Map<string, WildcardEndings>()
  for (const pattern of patterns) addWildcard(wildcards, pattern)

  // The length is looked at first: hashing a text of a megabyte costs as much as reading it.
  if (wildcards.size === 0) return (origin) => origin.length <= MAX_ORIGIN_LENGTH && exact.has(origin)
  return (origin) => origin.length <= MAX_ORIGIN_LENGTH && (exact.has(origin) || matchesWildcard(wildcards, origin))
}

function addWildcard(
  wildcards: Map<string, WildcardEndings>,
  { text, scheme, subdomains, anyPort }: OriginPattern,
): void {
  const endings = wildcards.get(scheme) ?? { withPort: new Set(), anyPort: new Set(), dots: [] }
  wildcards.set(scheme, endings)
  const start = scheme.length + (subdomains ? '://*'.length : '://'.length)
  const ending = anyPort ? text.slice(start, -':*'.length) : text.slice(start)
  const known = anyPort ? endings.anyPort : endings.withPort
  known.add(ending)
  if (subdomains) endings.dots[countDots(ending)] = true
}

function countDots(text: string): number {
  let count = 0
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) count++
  return count
}

/**
 * Looks up the endings of an origin from its last dot to its first. The origin is still as it came: that its parts are
 * where they seem to be is made sure of when an ending is found, so that what matches nothing costs no parsing.
 */
function matchesWildcard(wildcards: ReadonlyMap<string, WildcardEndings>, origin: string): boolean {
  const schemeEnd = origin.indexOf('://')
  const endings = wildcards.get(origin.slice(0, Math.max(schemeEnd, 0)))
  if (endings === undefined) return false
  const { withPort, anyPort, dots } = endings
  const hostStart = schemeEnd + '://'.length
  const hostEnd = findHostEnd(origin, hostStart)
  if (anyPort.size > 0 && anyPort.has(origin.slice(hostStart, hostEnd))) return isSerializedOrigin(origin)

  // `lastIndexOf` is a call out of compiled code, which cost more than the rest of the look-up.
  for (let at = hostEnd - 1, count = 0; at > hostStart; at--) {
    if (origin.charCodeAt(at) !== DOT) continue
    if (++count >= dots.length) return false
    if (dots[count] !== true) continue
    const ending = origin.slice(at, hostEnd)
    // The same text is hashed once only, and most origins have no port.
    if (anyPort.has(ending) || withPort.has(hostEnd === origin.length ? ending : origin.slice(at))) {
      return isSerializedOrigin(origin)
    }
  }
  return false
}

/** Finds where the port begins, or the text ends; the colons inside the brackets of an IPv6 address are the host's. */
function findHostEnd(origin: string, hostStart: number): number {
  const colon = origin.indexOf(':', origin.startsWith('[', hostStart) ? origin.indexOf(']') : hostStart)
  return colon < 0 ? origin.length : colon
}

function isSerializedOrigin(origin: string): boolean {
  return parseSerializedOrigin(origin) !== null
}
