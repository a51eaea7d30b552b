import { byteLowercase } from './byte-case.ts'

const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(['connect', 'trace', 'track'])

/**
 * Tells whether a method is one that pages may not use, in whatever case.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-method
 */
export function isForbiddenMethod(method: string): boolean {
  return FORBIDDEN_METHODS.has(byteLowercase(method))
}
