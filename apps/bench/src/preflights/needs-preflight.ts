import type { SessionRequest } from './session.ts'

const SAFELISTED_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])
const SAFELISTED_NAMES: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language'])
const SAFELISTED_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
])

/**
 * Tells whether a browser that has cached nothing asks before it makes a request. Values are taken for short and plain, as
 * those of the session are.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function needsPreflight({ headers, method }: SessionRequest): boolean {
  return !SAFELISTED_METHODS.has(method) || Object.entries(headers).some(([name, value]) => !isSafelisted(name, value))
}

function isSafelisted(name: string, value: string): boolean {
  if (name === 'content-type') return SAFELISTED_TYPES.has(value)
  return SAFELISTED_NAMES.has(name)
}
