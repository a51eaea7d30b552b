import { canonicalOrigin } from './canonical-origin.ts'
import type { CorsConfigIssueCode } from './cors-config-issue.ts'
import { defaultPort, isSerializedHost, parseSerializedOrigin } from './serialized-origin.ts'

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

/** Why a text is not an origin pattern. */
export interface OriginPatternFault {
  readonly code: CorsConfigIssueCode
  /** What is wrong and what to write instead; it follows the path and the value in a sentence. */
  readonly message: string
  readonly suggestion?: string
}

type ParseResult =
  { readonly ok: true; readonly pattern: OriginPattern } | ({ readonly ok: false } & OriginPatternFault)

/** The one origin that is no scheme, host and port: that of sandboxed frames, `data:` pages and redirected requests. */
const OPAQUE_ORIGIN: OriginPattern = { text: 'null', scheme: '', host: '', subdomains: false, anyPort: false }

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
const MAX_HOST_LENGTH = 253
const MAX_WILDCARD_HOST_LENGTH = 251
const SCHEME = /^[a-z][a-z0-9+.-]{0,63}$/
const ANY_PORT = ':*'
const SUBDOMAINS = '*.'

/**
 * Reads one entry of `allowOrigins`.
 *
 * The checks go from the commonest mistake to the rarest, so that the fault named is the one its author made.
 */
export function parseOriginPattern(text: string): ParseResult {
  if (text === OPAQUE_ORIGIN.text) return { ok: true, pattern: OPAQUE_ORIGIN }
  const fault = findTextFault(text)
  if (fault !== null) return { ok: false, ...fault }

  const separator = text.indexOf('://')
  const scheme = text.slice(0, separator)
  const authority = text.slice(separator + 3)
  const anyPort = authority.endsWith(ANY_PORT)
  const hostAndPort = anyPort ? authority.slice(0, -ANY_PORT.length) : authority
  const subdomains = hostAndPort.startsWith(SUBDOMAINS)
  const [host, port] = splitPort(subdomains ? hostAndPort.slice(SUBDOMAINS.length) : hostAndPort)

  const partFault =
    findSchemeFault(scheme, text) ?? findHostFault(host, subdomains, text) ?? findPortFault(port, scheme, text)
  if (partFault !== null) return { ok: false, ...partFault }

  // The sum of all rules: with its wildcards filled in, a pattern is an origin that a browser could send.
  const sample = `${scheme}://${subdomains ? 'a.' : ''}${host}${port === null ? '' : `:${port}`}`
  if (parseSerializedOrigin(sample) === null) return { ok: false, ...hostInvalid(host, text) }
  return { ok: true, pattern: { text, scheme, host, subdomains, anyPort } }
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
    return { code: 'origin-whitespace', message: 'has white space around it', ...correct(text.trim()) }
  }
  if (/\s/.test(text)) return { code: 'origin-whitespace', message: 'has white space in it, which no origin has' }
  if (!text.includes('://')) return findSeparatorFault(text)
  // A URL parser maps what it finds to ASCII, so the suggestion is what a browser would really send.
  if (!/^[\x21-\x7e]*$/.test(text)) {
    return {
      code: 'origin-not-ascii',
      message: 'is not ASCII: browsers send the ASCII form of a host',
      ...suggest(text),
    }
  }
  return null
}

function findSeparatorFault(text: string): OriginPatternFault {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined && OPAQUE_SCHEMES.has(scheme)) return schemeNeverSent(scheme)
  if (scheme === 'http' || scheme === 'https') {
    return { code: 'origin-scheme-invalid', message: 'has no "//" after its scheme', ...suggest(text) }
  }
  const host = text.replace(/^\/\//, '')
  const intended = /^(?:localhost|127\.|\[::1\])/.test(host) ? `http://${host}` : `https://${host}`
  return {
    code: 'origin-scheme-missing',
    message: 'has no scheme: write it as browsers send it, with "https://" or "http://" in front',
    ...correct(intended),
  }
}

function findSchemeFault(scheme: string, text: string): OriginPatternFault | null {
  if (OPAQUE_SCHEMES.has(scheme)) return schemeNeverSent(scheme)
  if (scheme === 'ws' || scheme === 'wss') {
    return {
      code: 'origin-scheme-never-sent',
      message: `has the scheme of a WebSocket: the origin is that of the page that opens it`,
      ...correct(text.replace('ws', 'http')),
    }
  }
  if (SCHEME.test(scheme)) return null
  if (SCHEME.test(scheme.toLowerCase())) return upperCase(text)
  if (scheme.startsWith('*')) {
    return { code: 'origin-wildcard-misplaced', message: 'has "*" in its scheme: write one origin for each scheme' }
  }
  return {
    code: 'origin-scheme-invalid',
    message: 'has a scheme that is not one: letters, digits, "+", "-" and "." only',
  }
}

function findHostFault(host: string, subdomains: boolean, text: string): OriginPatternFault | null {
  const end = host.search(/[/?#\\]/)
  if ((end < 0 ? host : host.slice(0, end)).includes('@')) {
    return { code: 'origin-userinfo', message: 'has a user name in it, which no origin has', ...suggest(text) }
  }
  if (end >= 0) {
    const part = { '/': 'a path', '?': 'a query', '#': 'a fragment', '\\': 'a backslash' }[host.charAt(end)] ?? ''
    const message =
      host.slice(end) === '/' ? 'ends with a slash, which no origin does' : `has ${part}, which no origin has`
    return { code: 'origin-path', message, ...suggest(text) }
  }
  if (host.includes('*')) {
    return {
      code: 'origin-wildcard-misplaced',
      message:
        'has "*" where it cannot stand: it is the leading label, as in "https://*.app.example", or the port, as in "http://localhost:*"',
    }
  }
  if (/[A-Z]/.test(host)) return upperCase(text)
  if (isSerializedHost(host)) {
    if (subdomains && (host.startsWith('[') || /^[\d.]+$/.test(host))) {
      return { code: 'origin-wildcard-misplaced', message: 'has "*." before an IP address, which has no subdomains' }
    }
    const longest = subdomains ? MAX_WILDCARD_HOST_LENGTH : MAX_HOST_LENGTH
    return host.length > longest + (host.endsWith('.') ? 1 : 0) ? tooLong(longest) : null
  }
  if (host.length > MAX_HOST_LENGTH + 1) return tooLong(MAX_HOST_LENGTH)
  const address = canonicalOrigin(`http://${host}`)
  if (host.startsWith('[') || /^[\d.]+$/.test(address?.slice('http://'.length) ?? host)) {
    return {
      code: 'origin-ip-not-canonical',
      message: 'has an IP address that browsers would write differently, or not at all',
      ...suggest(text),
    }
  }
  return hostInvalid(host, text)
}

function findPortFault(port: string | null, scheme: string, text: string): OriginPatternFault | null {
  if (port === null) return null
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    return { code: 'origin-port-invalid', message: 'has a port that is not one: write 1 to 65535, or "*" for any' }
  }
  if (port.startsWith('0'))
    return { code: 'origin-port-invalid', message: 'has a port with leading zeros', ...suggest(text) }
  if (port === defaultPort(scheme)) {
    return {
      code: 'origin-port-default',
      message: `names the default port of ${scheme}, which browsers leave out`,
      ...correct(text.slice(0, -port.length - 1)),
    }
  }
  return null
}

/** Splits `host:port`; the colons inside the brackets of an IPv6 address are the host's. */
function splitPort(authority: string): readonly [host: string, port: string | null] {
  const colon = authority.indexOf(':', authority.startsWith('[') ? authority.indexOf(']') + 1 : 0)
  // What follows the colon of `https://user:secret@host` or `https://host:1/path` is not a port: let the host check see it.
  if (colon < 0 || /[@/?#\\]/.test(authority)) return [authority, null]
  return [authority.slice(0, colon), authority.slice(colon + 1)]
}

function schemeNeverSent(scheme: string): OriginPatternFault {
  return {
    code: 'origin-scheme-never-sent',
    message: `has the scheme "${scheme}", whose pages have no origin of their own: browsers send "null" for them`,
  }
}

function upperCase(text: string): OriginPatternFault {
  return {
    code: 'origin-upper-case',
    message: 'has upper-case letters: browsers send origins in lower case',
    ...suggest(text),
  }
}

function tooLong(longest: number): OriginPatternFault {
  return { code: 'origin-host-too-long', message: `has a host of more than ${longest} bytes, which cannot exist` }
}

function hostInvalid(host: string, text: string): OriginPatternFault {
  const message =
    host === ''
      ? 'has no host'
      : 'has a host that cannot exist: labels of 1 to 63 letters, digits, "-" (not first or last) and "_", with dots between'
  return { code: 'origin-host-invalid', message, ...suggest(text) }
}

/** Suggests a text in place of another, as it is where it is a pattern, else in a browser's spelling. */
function correct(intended: string): Partial<Pick<OriginPatternFault, 'suggestion'>> {
  return parseOriginPattern(intended).ok ? { suggestion: intended } : suggest(intended)
}

/** Suggests the pattern that was meant, where a browser's spelling of it is a valid pattern. */
function suggest(text: string): Partial<Pick<OriginPatternFault, 'suggestion'>> {
  const anyPort = /:\*(?=$|[/?#])/.test(text)
  const subdomains = text.includes('://*.')
  const plain = text.replace('://*.', '://').replace(/:\*(?=$|[/?#])/, '')
  const origin = canonicalOrigin(plain)
  if (origin === null || parseSerializedOrigin(origin) === null) return {}
  const suggestion = `${subdomains ? origin.replace('://', '://*.') : origin}${anyPort ? ANY_PORT : ''}`
  return suggestion === text || !parseOriginPattern(suggestion).ok ? {} : { suggestion }
}
