import { getDecodeAndSplit } from './get-decode-and-split.ts'
import type { HeaderPairs } from './header-list.ts'

/**
 * Lists to whom a redirect of a navigation shows its timing: what it adds to the navigation timing allow values list.
 *
 * @see https://fetch.spec.whatwg.org/#append-to-a-requests-navigation-timing-allow-values-list
 */
export function navigationTimingAllowValues(responseHeaders: HeaderPairs): readonly string[] {
  return getDecodeAndSplit(responseHeaders, 'timing-allow-origin') ?? []
}

/**
 * Checks whether the page that a navigation has led to may see the timing of the redirects on the way: every one of them
 * has to allow it. `allowValues` has the {@link navigationTimingAllowValues} of each.
 *
 * @see https://fetch.spec.whatwg.org/#navigation-tao-check
 */
export function navigationTaoCheck(allowValues: readonly (readonly string[])[], destinationOrigin: string): boolean {
  return allowValues.every((values) => values.includes('*') || values.includes(destinationOrigin))
}
