import { byteLowercase } from './byte-case.ts'
import { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'
import { convertHeaderNamesToSortedLowercaseSet } from './sorted-lowercase-set.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'

/**
 * Lists the header names for which a browser needs the server's permission, lower-case and sorted.
 *
 * Every field is judged by itself, so a safelisted `Content-Type` does not cover for a second one. Safelisted values
 * are innocent only up to 1024 bytes together.
 *
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function corsUnsafeRequestHeaderNames(
  headers: HeaderPairs,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): readonly string[] {
  const unsafeNames: string[] = []
  const potentiallyUnsafeNames: string[] = []
  let safelistValueSize = 0
  for (const [name, value] of quirks.repeatedHeadersAreJoined ? joinRepeated(headers) : headers) {
    if (isCorsSafelistedRequestHeader(name, value, quirks)) {
      potentiallyUnsafeNames.push(name)
      safelistValueSize += strip(value, TAB_OR_SPACE).length
    } else {
      unsafeNames.push(name)
    }
  }
  const isTooMuch = quirks.safelistedValuesLimit !== null && safelistValueSize > quirks.safelistedValuesLimit
  const names = isTooMuch ? [...unsafeNames, ...potentiallyUnsafeNames] : unsafeNames
  return quirks.repeatedHeadersAreRepeated
    ? names.map(byteLowercase).sort()
    : convertHeaderNamesToSortedLowercaseSet(names)
}

/** Makes one field of all those with one name. */
function joinRepeated(headers: HeaderPairs): HeaderPairs {
  return convertHeaderNamesToSortedLowercaseSet(headers.map(([name]) => name)).map(
    (name) => [name, getHeader(headers, name) ?? ''] as const,
  )
}
