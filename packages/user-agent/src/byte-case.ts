/**
 * Lower-cases ASCII letters and nothing else, as bytes are lower-cased.
 *
 * `toLowerCase` would do more: it turns U+212A KELVIN SIGN into `k`, and two different names would become one.
 *
 * @see https://infra.spec.whatwg.org/#byte-lowercase
 */
export function byteLowercase(value: string): string {
  return value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
