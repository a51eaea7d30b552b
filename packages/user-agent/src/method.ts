import { byteLowercase } from './byte-case.ts'
import { isToken } from './token.ts'

const NORMALIZED_METHODS: ReadonlyMap<string, string> = new Map(
  ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'].map((method) => [byteLowercase(method), method]),
)

/**
 * Tells whether a value is a method at all, that is a token.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method
 */
export function isMethod(value: string): boolean {
  return isToken(value)
}

/**
 * Upper-cases the six methods that a browser upper-cases; every other one stays as the page wrote it.
 *
 * So `patch` is sent as `patch`, which no server's `PATCH` matches.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  return NORMALIZED_METHODS.get(byteLowercase(method)) ?? method
}
