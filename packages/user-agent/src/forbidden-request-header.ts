import { byteLowercase } from './byte-case.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { isForbiddenMethod } from './forbidden-method.ts'
import { decodeAndSplit } from './get-decode-and-split.ts'

const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

const METHOD_OVERRIDE_NAMES: ReadonlySet<string> = new Set([
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
])

/**
 * Tells whether a header is one that only the browser itself may set. A page that tries is ignored.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(
  name: string,
  value: string,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): boolean {
  const lowercase = byteLowercase(name)
  if (FORBIDDEN_NAMES.has(lowercase)) return true
  if (lowercase === 'user-agent' && quirks.userAgentIsForbidden) return true
  if (lowercase.startsWith('proxy-') || lowercase.startsWith('sec-')) return true
  return METHOD_OVERRIDE_NAMES.has(lowercase) && decodeAndSplit(value).some(isForbiddenMethod)
}
