import { byteLowercase } from './byte-case.ts'
import { isClientHint } from './client-hint.ts'
import { containsCorsUnsafeRequestHeaderByte } from './cors-unsafe-request-header-byte.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { parseMimeTypeEssence } from './mime-type-essence.ts'
import { parseSingleRangeHeaderValue } from './single-range-header-value.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'

const SAFELISTED_ESSENCES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
])

/**
 * Tells whether a page may send a header without asking first in a preflight; the value counts as much as the name.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function isCorsSafelistedRequestHeader(
  name: string,
  value: string,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): boolean {
  const bytes = strip(value, TAB_OR_SPACE)
  if (bytes.length > 128) return false
  switch (byteLowercase(name)) {
    case 'accept':
      return !containsCorsUnsafeRequestHeaderByte(bytes, quirks)
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(bytes)
    case 'content-type':
      return (
        !containsCorsUnsafeRequestHeaderByte(bytes, quirks) &&
        SAFELISTED_ESSENCES.has(parseMimeTypeEssence(bytes) ?? '')
      )
    case 'range':
      return (parseSingleRangeHeaderValue(bytes, quirks)?.start ?? null) !== null
    default:
      return quirks.clientHintsAreSafelisted && isClientHint(name, bytes)
  }
}
