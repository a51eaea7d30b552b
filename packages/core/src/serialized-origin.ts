import { isCanonicalIpv4, isCanonicalIpv6 } from './ip-address.ts'

/** A serialized origin, taken apart. */
export interface SerializedOrigin {
  /** The scheme, without the colon. */
  readonly scheme: string
  /** The host; an IPv6 address with its brackets. */
  readonly host: string
  /** The port in decimal, or an empty string for the scheme's default. */
  readonly port: string
}

/**
 * The longest origin that can be: a scheme of 64 bytes, `://`, a host of 253 and its final dot are what DNS and
 * practice allow, and a port of five digits. Anything longer is refused unread.
 */
export const MAX_ORIGIN_LENGTH = 326

const MAX_SCHEME_LENGTH = 64
const MAX_HOST_LENGTH = 253
const MAX_LABEL_LENGTH = 63
const ORIGIN = /^([a-z][a-z0-9+.-]*):\/\/(\[[0-9a-f:]+\]|[a-z0-9_.-]+)(?::([1-9][0-9]{0,4}))?$/

/** The ports that browsers leave out of a serialized origin. */
const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
  ['ws', '80'],
  ['wss', '443'],
  ['ftp', '21'],
])

/**
 * Takes a serialized origin apart, refusing everything that no browser would send: other spellings of the same origin,
 * lists, characters outside DNS names, over-long parts. `null`, the origin, is not handled here.
 *
 * @returns The parts, or `null` where the text is malformed.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function parseSerializedOrigin(text: string): SerializedOrigin | null {
  if (text.length > MAX_ORIGIN_LENGTH) return null
  const match = ORIGIN.exec(text)
  if (match === null) return null
  const [, scheme = '', host = '', port = ''] = match
  if (scheme.length > MAX_SCHEME_LENGTH || port === DEFAULT_PORTS.get(scheme) || Number(port) > 65535) return null
  return isSerializedHost(host) ? { scheme, host, port } : null
}

/** Finds the port that origins of a scheme have when they name none. */
export function defaultPort(scheme: string): string | undefined {
  return DEFAULT_PORTS.get(scheme)
}

/** Tells whether a host is a domain name or an address as browsers serialize it. */
export function isSerializedHost(host: string): boolean {
  if (host.startsWith('[')) return isCanonicalIpv6(host.slice(1, -1))
  const name = host.endsWith('.') ? host.slice(0, -1) : host
  if (name.length > MAX_HOST_LENGTH) return false
  const labels = name.split('.')
  if (!labels.every(isLabel)) return false
  // A name whose last label is a number is an IPv4 address to every URL parser, or not a host at all.
  return !/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '') || isCanonicalIpv4(host)
}

function isLabel(label: string): boolean {
  return label !== '' && label.length <= MAX_LABEL_LENGTH && !label.startsWith('-') && !label.endsWith('-')
}

/** Tells whether a host names the machine itself: `localhost`, a name below it, `127.0.0.0/8` or `[::1]`. */
export function isLoopbackHost(host: string): boolean {
  const name = host.endsWith('.') ? host.slice(0, -1) : host
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    (name.startsWith('127.') && isCanonicalIpv4(name))
  )
}

const UNENCRYPTED_SCHEMES: ReadonlySet<string> = new Set(['http', 'ws', 'ftp'])

/**
 * Tells whether whoever is on the network path can act as this origin: its scheme is an unencrypted one of the network,
 * and its host is not the machine itself. The schemes of apps and extensions are their own and count as secure.
 */
export function isInsecureOrigin(origin: Pick<SerializedOrigin, 'scheme' | 'host'>): boolean {
  return UNENCRYPTED_SCHEMES.has(origin.scheme) && !isLoopbackHost(origin.host)
}
