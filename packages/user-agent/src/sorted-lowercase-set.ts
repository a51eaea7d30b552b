import { byteLowercase } from './byte-case.ts'

/**
 * Lower-cases header names, drops repeats and sorts by bytes: the form in which a preflight announces them.
 *
 * @see https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set
 */
export function convertHeaderNamesToSortedLowercaseSet(names: readonly string[]): readonly string[] {
  // Without a comparison function `sort` goes by code units, which for header names are the bytes.
  return [...new Set(names.map(byteLowercase))].sort()
}
