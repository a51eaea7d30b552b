import { canonicalOrigin } from './canonical-origin.ts'
import type { CorsConfigIssueCode } from './cors-config-issue.ts'
import { findOriginPatternFault } from './origin-pattern-fault.ts'
import { splitOriginPattern } from './origin-pattern-parts.ts'

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
export type OriginPatternResult =
  | { readonly ok: true; readonly pattern: OriginPattern }
  | {
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
  if (text === OPAQUE_ORIGIN.text) return { ok: true, pattern: OPAQUE_ORIGIN }
  const fault = findOriginPatternFault(text)
  if (fault === null) {
    const { scheme, host, subdomains, anyPort } = splitOriginPattern(text)
    return { ok: true, pattern: { text, scheme, host, subdomains, anyPort } }
  }
  const { code, message, intended = text } = fault
  const suggestion = [intended, canonicalPattern(intended)].find(isOriginPattern)
  return { ok: false, code, message, ...(suggestion !== undefined && { suggestion }) }
}

function isOriginPattern(text: string | null): text is string {
  return text !== null && findOriginPatternFault(text) === null
}

/** Writes a pattern as a browser would write its origins; the wildcards stay. */
function canonicalPattern(text: string): string | null {
  const anyPort = /:\*(?=$|[/?#])/
  const origin = canonicalOrigin(text.replace('://*.', '://').replace(anyPort, ''))
  if (origin === null) return null
  const host = text.includes('://*.') ? origin.replace('://', '://*.') : origin
  return anyPort.test(text) ? `${host}:*` : host
}
