import { canonicalOrigin } from './canonical-origin.ts'
import type { CorsConfigIssueCode } from './cors-config-issue.ts'
import { findOriginPatternFault, isSentScheme } from './origin-pattern-fault.ts'
import { parseSerializedOrigin } from './serialized-origin.ts'

/** One entry of `allowOrigins`, validated and taken apart. */
export interface OriginPattern {
  /** The entry as it was written. */
  readonly text: string
  readonly scheme: string
  /** The host, without the leading `*.` of a wildcard. */
  readonly host: string
  /** Whether it matches the subdomains of `host`, one or more labels deep, and not `host` itself. */
  readonly subdomains: boolean
  /** Whether it matches every port, the implicit one included. */
  readonly anyPort: boolean
}

/** What {@link parseOriginPattern} makes of a text. */
export type OriginPatternResult = { readonly ok: true; readonly pattern: OriginPattern } | OriginPatternRefusal

/** Why a text is no pattern. */
export interface OriginPatternRefusal {
  readonly ok: false
  readonly code: CorsConfigIssueCode
  /** What is wrong and what to write instead; it follows the path and the value in a sentence. */
  readonly message: string
  /** The pattern that was meant, where one edit leads to it. */
  readonly suggestion?: string
}

/** The one origin that is no scheme, host and port: that of sandboxed frames, `data:` pages and redirected requests. */
const OPAQUE_ORIGIN: OriginPattern = { text: 'null', scheme: '', host: '', subdomains: false, anyPort: false }

/** Reads one entry of `allowOrigins` other than `*`. */
export function parseOriginPattern(text: string): OriginPatternResult {
  const pattern = text === OPAQUE_ORIGIN.text ? OPAQUE_ORIGIN : readPattern(text)
  if (pattern !== null) return { ok: true, pattern }
  const { code, message, intended = text } = findOriginPatternFault(text)
  const suggestion = [intended, canonicalPattern(intended)].find(isOriginPattern)
  return { ok: false, code, message, ...(suggestion !== undefined && { suggestion }) }
}

/**
 * Takes a pattern apart: with its wildcards filled in, it is an origin that a browser could send.
 *
 * @returns The pattern, or `null` where the text is none; why not is then looked for separately, because most are right
 * and lists may be long.
 */
function readPattern(text: string): OriginPattern | null {
  const anyPort = text.endsWith(':*')
  const subdomains = text.includes('://*.')
  const onePort = anyPort ? text.slice(0, -':*'.length) : text
  const sample = parseSerializedOrigin(subdomains ? onePort.replace('://*.', '://a.') : onePort)
  if (sample === null || !isSentScheme(sample.scheme) || (anyPort && sample.port !== '')) return null
  const host = subdomains ? sample.host.slice('a.'.length) : sample.host
  return host === '' ? null : { text, scheme: sample.scheme, host, subdomains, anyPort }
}

function isOriginPattern(text: string | null): text is string {
  return text !== null && readPattern(text) !== null
}

const LEADING_WILDCARD = /^([^/]*:\/\/)\*\./
const PORT_WILDCARD = /^([^/]*:\/\/[^/?#]*):\*(?=$|[/?#])/

/** Writes a pattern as a browser would write its origins; the wildcards stay, and only those. */
function canonicalPattern(text: string): string | null {
  const origin = canonicalOrigin(text.replace(LEADING_WILDCARD, '$1').replace(PORT_WILDCARD, '$1'))
  if (origin === null) return null
  const pattern = LEADING_WILDCARD.test(text) ? origin.replace('://', '://*.') : origin
  return PORT_WILDCARD.test(text) ? `${pattern}:*` : pattern
}
