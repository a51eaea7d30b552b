import { byteLowercase } from './byte-case.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'

/** Header fields in their order on the wire, names in any case; the standard's header list. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[]

/** Lists the values of every field of that name, in order and each without whitespace around it. */
export function headerValues(headers: HeaderPairs, name: string): readonly string[] {
  const lowercase = byteLowercase(name)
  return headers.filter(([other]) => byteLowercase(other) === lowercase).map(([, value]) => strip(value, TAB_OR_SPACE))
}

/**
 * Gets the value of a header: that of all its fields joined with `, `, or `null` where there is none.
 *
 * Nothing is parsed, so two `Access-Control-Allow-Origin` fields make one value that no origin equals.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(headers: HeaderPairs, name: string): string | null {
  const values = headerValues(headers, name)
  return values.length === 0 ? null : values.join(', ')
}

/**
 * Appends a field, spelling its name as the fields of that name which are already there.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-append
 */
export function appendHeader(headers: HeaderPairs, name: string, value: string): HeaderPairs {
  const lowercase = byteLowercase(name)
  const [spelling] = headers.find(([other]) => byteLowercase(other) === lowercase) ?? [name]
  return [...headers, [spelling, value]]
}

/**
 * Deletes every field whose name satisfies the predicate.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-delete
 */
export function deleteHeaders(headers: HeaderPairs, isDeleted: (name: string) => boolean): HeaderPairs {
  return headers.filter(([name]) => !isDeleted(name))
}
