import { canonicalOrigin } from './canonical-origin.ts'
import type { CorsConfigIssueCode } from './cors-config-issue.ts'
import { type OriginPatternParts, splitOriginPattern } from './origin-pattern-parts.ts'
import { defaultPort, isSerializedHost, MAX_ORIGIN_LENGTH } from './serialized-origin.ts'

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
    tooLong()
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
    return { code: 'origin-whitespace', message: 'has white space around it: leave it out', intended: text.trim() }
  }
  if (/\s/.test(text)) {
    return {
      code: 'origin-whitespace',
      message: 'has white space in it, which no origin has: leave it out, or write one string for each origin',
    }
  }
  if (!text.includes('://')) return findSeparatorFault(text)
  if (/^[\x21-\x7e]*$/.test(text)) return null
  return {
    code: 'origin-not-ascii',
    message:
      'is not ASCII: write the ASCII form of the host, which browsers send, as in "https://xn--bcher-kva.example"',
  }
}

function findSeparatorFault(text: string): OriginPatternFault {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme !== undefined && OPAQUE_SCHEMES.has(scheme)) return schemeNeverSent(scheme)
  if (scheme === 'http' || scheme === 'https') {
    return { code: 'origin-scheme-invalid', message: `has no "//" after its scheme: begin it with "${scheme}://"` }
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
      message: 'has the scheme of a WebSocket: write the origin of the page that opens it',
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
    message:
      'has a scheme that is not one: write "https", "http" or that of an app, at most 64 letters, digits, "+", "-" and ".", the first a letter',
  }
}

/** Finds what stands around the host and does not belong there. */
function findAuthorityFault({ host }: OriginPatternParts): OriginPatternFault | null {
  const end = host.search(/[/?#\\]/)
  if ((end < 0 ? host : host.slice(0, end)).includes('@')) {
    return {
      code: 'origin-userinfo',
      message: 'has a user name in it, which no origin has: leave it out, and the "@" after it',
    }
  }
  if (end >= 0) {
    const part = { '/': 'a path', '?': 'a query', '#': 'a fragment' }[host.charAt(end)] ?? 'a backslash'
    const message =
      end === host.length - 1 && part === 'a path'
        ? 'ends with a slash, which no origin does: leave it out'
        : `has ${part}, which no origin has: leave it out, and all that follows`
    return { code: 'origin-path', message }
  }
  if (!host.includes('*')) return null
  return {
    code: 'origin-wildcard-misplaced',
    message:
      'has "*" where it cannot stand: write it as the leading label, as in "https://*.app.example", or as the port, as in "http://localhost:*"',
  }
}

function findHostFault({ host, subdomains }: OriginPatternParts): OriginPatternFault | null {
  if (/[A-Z]/.test(host)) return upperCase()
  const name = host.endsWith('.') ? host.slice(0, -1) : host
  const longest = subdomains ? MAX_WILDCARD_HOST_LENGTH : MAX_HOST_LENGTH
  if (name.length > longest) {
    const message = `has a host of more than ${longest} bytes, which cannot exist: write the one that the address bar of the page shows`
    return { code: 'origin-host-too-long', message }
  }
  if (host.startsWith('[') && !host.includes(']')) {
    return {
      code: 'origin-host-invalid',
      message: 'has "[" and no "]" after it: close the bracket after the IPv6 address, as in "http://[::1]:3000"',
    }
  }
  if (isSerializedHost(host)) {
    if (!subdomains || !isAddress(host)) return null
    return {
      code: 'origin-wildcard-misplaced',
      message: 'has "*." before an IP address, which has no subdomains: leave it out',
    }
  }
  if (isAddress(canonicalOrigin(`http://${host}`)?.slice('http://'.length) ?? host)) {
    return {
      code: 'origin-ip-not-canonical',
      message:
        'has an IP address that no browser writes like this: write four numbers from 0 to 255, as in "http://127.0.0.1", or an IPv6 address in its shortest form, as in "http://[::1]"',
    }
  }
  return hostInvalid(host)
}

function findPortFault({ port, scheme, anyPort }: OriginPatternParts, text: string): OriginPatternFault | null {
  const digits = port.slice(':'.length)
  if (!/^\d{1,5}$/.test(digits) || Number(digits) < 1 || Number(digits) > 65535) {
    return { code: 'origin-port-invalid', message: 'has a port that is not one: write 1 to 65535, or "*" for any' }
  }
  if (digits.startsWith('0'))
    return { code: 'origin-port-invalid', message: 'has a port with leading zeros: leave them out' }
  if (anyPort) return { code: 'origin-port-invalid', message: 'has two ports: write the one, or "*" for any' }
  if (digits !== defaultPort(scheme)) return null
  return {
    code: 'origin-port-default',
    message: `names the default port of ${scheme}, which browsers leave out: leave it out, too`,
    intended: text.slice(0, -port.length),
  }
}

function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d[\d.]*$/.test(host)
}

function schemeNeverSent(scheme: string): OriginPatternFault {
  return {
    code: 'origin-scheme-never-sent',
    message: `has the scheme "${scheme}", whose pages have no origin of their own: serve the page over https, or from localhost, and write the origin that it then has`,
  }
}

function upperCase(): OriginPatternFault {
  return { code: 'origin-upper-case', message: 'has upper-case letters: write it in lower case, as browsers send it' }
}

/** What is left where every part is right: together they are too long. */
function tooLong(): OriginPatternFault {
  const message = `has more than ${MAX_ORIGIN_LENGTH} characters, which no origin has: write the one that the address bar of the page shows`
  return { code: 'origin-host-too-long', message }
}

function hostInvalid(host: string): OriginPatternFault {
  const message =
    host === ''
      ? 'has no host: write one after "://", as in "https://app.example" or "http://[::1]:3000"'
      : 'has a host that cannot exist: write labels of 1 to 63 letters, digits, "-" (not first or last) and "_", with dots between, the last no number'
  return { code: 'origin-host-invalid', message }
}
