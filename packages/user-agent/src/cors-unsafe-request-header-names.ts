import { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts'
import type { HeaderPairs } from './header-list.ts'
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
export function corsUnsafeRequestHeaderNames(headers: HeaderPairs): readonly string[] {
  const unsafeNames: string[] = []
  const potentiallyUnsafeNames: string[] = []
  let safelistValueSize = 0
  for (const [name, value] of headers) {
    if (isCorsSafelistedRequestHeader(name, value)) {
      potentiallyUnsafeNames.push(name)
      safelistValueSize += strip(value, TAB_OR_SPACE).length
    } else {
      unsafeNames.push(name)
    }
  }
  return convertHeaderNamesToSortedLowercaseSet(
    safelistValueSize > 1024 ? [...unsafeNames, ...potentiallyUnsafeNames] : unsafeNames,
  )
}
