import { canonicalOrigin } from './canonical-origin.ts'
import type { CorsConfigIssueCode } from './cors-config-issue.ts'
import { type OriginPatternParts, splitOriginPattern } from './origin-pattern-parts.ts'
import { defaultPort, isSerializedHost } from './serialized-origin.ts'

/** Why a text is not an origin pattern. */
export interface OriginPatternFault {
  readonly code: CorsConfigIssueCode
  /** What is wrong and what to write instead; it follows the path and the value in a sentence. */
  readonly message: string
  /** What was probably meant, where it is not the text itself in another spelling. */
  readonly intended?: string
}

/** The schemes whose pages have an opaque origin, which browsers serialize as `null`. */
const OPAQUE_SCHEMES: ReadonlySet<string> = new Set([
  'about',
  'blob',
  'data',
  'file',
  'filesystem',
  'javascript',
  'view-source',
])
const WEB_SOCKET_SCHEMES: ReadonlySet<string> = new Set(['ws', 'wss'])
const SCHEME = /^[a-z][a-z0-9+.-]{0,63}$/
const MAX_HOST_LENGTH = 253
const MAX_WILDCARD_HOST_LENGTH = 251

/** Tells whether a scheme is one whose pages have an origin that browsers send. */
export function isSentScheme(scheme: string): boolean {
  return !OPAQUE_SCHEMES.has(scheme) && !WEB_SOCKET_SCHEMES.has(scheme)
}

/**
 * Finds what is wrong with an entry of `allowOrigins` that is neither `*` nor `null` nor a pattern.
 *
 * The checks go from the commonest mistake to the rarest, so that the fault named is the one its author made.
 */
export function findOriginPatternFault(text: string): OriginPatternFault {
  const fault = findTextFault(text)
  if (fault !== null) return fault
  const parts = splitOriginPattern(text)
  return (
    findSchemeFault(parts, text) ??
    findAuthorityFault(parts) ??
    findHostFault(parts) ??
    findPortFault(parts, text) ??
    hostInvalid(parts.host)
  )
}

function findTextFault(text: string): OriginPatternFault | null {
  if (text === '') return { code: 'origin-empty', message: 'is empty: write an origin such as "https://app.example"' }
  if (text.includes(',')) {
    return {
      code: 'origin-list-in-a-string',
      message: 'holds several origins: write one string for each, or split an environment variable at its commas',
    }
  }
  if (text !== text.trim()) {
    return { code: 'origin-whitespace', message: 'has white space around it', intended: text.trim() }
  }
  if (/\s/.test(text)) return { code: 'origin-whitespace', message: 'has white space in it, which no origin has' }
  if (!text.includes('://')) return findSeparatorFault(text)
  if (/^[\x21-\x7e]*$/.test(text)) return null
  return { code: 'origin-not-ascii', message: 'is not ASCII: browsers send the ASCII form of a host' }
}

function findSeparatorFault(text: string): OriginPatternFault {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined && OPAQUE_SCHEMES.has(scheme)) return schemeNeverSent(scheme)
  if (scheme === 'http' || scheme === 'https') {
    return { code: 'origin-scheme-invalid', message: 'has no "//" after its scheme' }
  }
  const host = text.replace(/^\/\//, '')
  return {
    code: 'origin-scheme-missing',
    message: 'has no scheme: write it as browsers send it, with "https://" or "http://" in front',
    intended: /^(?:localhost|127\.|\[::1\])/.test(host) ? `http://${host}` : `https://${host}`,
  }
}

function findSchemeFault({ scheme }: OriginPatternParts, text: string): OriginPatternFault | null {
  if (OPAQUE_SCHEMES.has(scheme)) return schemeNeverSent(scheme)
  if (WEB_SOCKET_SCHEMES.has(scheme)) {
    return {
      code: 'origin-scheme-never-sent',
      message: 'has the scheme of a WebSocket: the origin is that of the page that opens it',
      intended: text.replace('ws', 'http'),
    }
  }
  if (SCHEME.test(scheme)) return null
  if (SCHEME.test(scheme.toLowerCase())) return upperCase()
  if (scheme.startsWith('*')) {
    return { code: 'origin-wildcard-misplaced', message: 'has "*" in its scheme: write one origin for each scheme' }
  }
  return {
    code: 'origin-scheme-invalid',
    message: 'has a scheme that is not one: letters, digits, "+", "-" and "." only',
  }
}

/** Finds what stands around the host and does not belong there. */
function findAuthorityFault({ host }: OriginPatternParts): OriginPatternFault | null {
  const end = host.search(/[/?#\\]/)
  if ((end < 0 ? host : host.slice(0, end)).includes('@')) {
    return { code: 'origin-userinfo', message: 'has a user name in it, which no origin has' }
  }
  if (end >= 0) {
    const part = { '/': 'a path', '?': 'a query', '#': 'a fragment' }[host.charAt(end)] ?? 'a backslash'
    const message =
      end === host.length - 1 && part === 'a path'
        ? 'ends with a slash, which no origin does'
        : `has ${part}, which no origin has`
    return { code: 'origin-path', message }
  }
  if (!host.includes('*')) return null
  return {
    code: 'origin-wildcard-misplaced',
    message:
      'has "*" where it cannot stand: it is the leading label, as in "https://*.app.example", or the port, as in "http://localhost:*"',
  }
}

function findHostFault({ host, subdomains }: OriginPatternParts): OriginPatternFault | null {
  if (/[A-Z]/.test(host)) return upperCase()
  const name = host.endsWith('.') ? host.slice(0, -1) : host
  const longest = subdomains ? MAX_WILDCARD_HOST_LENGTH : MAX_HOST_LENGTH
  if (name.length > longest) {
    return { code: 'origin-host-too-long', message: `has a host of more than ${longest} bytes, which cannot exist` }
  }
  if (isSerializedHost(host)) {
    if (!subdomains || !isAddress(host)) return null
    return { code: 'origin-wildcard-misplaced', message: 'has "*." before an IP address, which has no subdomains' }
  }
  if (isAddress(canonicalOrigin(`http://${host}`)?.slice('http://'.length) ?? host)) {
    return {
      code: 'origin-ip-not-canonical',
      message: 'has an IP address that browsers would write differently, or not at all',
    }
  }
  return hostInvalid(host)
}

function findPortFault({ port, scheme, anyPort }: OriginPatternParts, text: string): OriginPatternFault | null {
  if (port === null) return null
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    return { code: 'origin-port-invalid', message: 'has a port that is not one: write 1 to 65535, or "*" for any' }
  }
  if (port.startsWith('0')) return { code: 'origin-port-invalid', message: 'has a port with leading zeros' }
  if (anyPort) return { code: 'origin-port-invalid', message: 'has two ports: write the one, or "*" for any' }
  if (port !== defaultPort(scheme)) return null
  return {
    code: 'origin-port-default',
    message: `names the default port of ${scheme}, which browsers leave out`,
    intended: text.slice(0, -port.length - 1),
  }
}

function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d[\d.]*$/.test(host)
}

function schemeNeverSent(scheme: string): OriginPatternFault {
  return {
    code: 'origin-scheme-never-sent',
    message: `has the scheme "${scheme}", whose pages have no origin of their own: browsers send "null" for them`,
  }
}

function upperCase(): OriginPatternFault {
  return { code: 'origin-upper-case', message: 'has upper-case letters: browsers send origins in lower case' }
}

function hostInvalid(host: string): OriginPatternFault {
  const message =
    host === ''
      ? 'has no host'
      : 'has a host that cannot exist: labels of 1 to 63 letters, digits, "-" (not first or last) and "_", with dots between'
  return { code: 'origin-host-invalid', message }
}
