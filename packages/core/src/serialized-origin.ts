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

const MAX_HOST_LENGTH = 253

// One pass over the whole text: asking each label by itself cost three times as much.
const LABEL = '(?!-)[a-z0-9_-]{1,63}(?<!-)'
const NAME = `${LABEL}(?:\\.${LABEL})*\\.?`
const SERIALIZED_NAME = new RegExp(`^${NAME}$`)
const SERIALIZED_ORIGIN = new RegExp(`^([a-z][a-z0-9+.-]{0,63})://(\\[[0-9a-f:]+\\]|${NAME})(?::([1-9][0-9]{0,4}))?$`)
/** What begins with a letter is no number. */
const PLAIN_HTTPS_ORIGIN = new RegExp(`^https://(?:${LABEL}\\.)*(?=[a-z])${LABEL}$`)
const NUMERIC_LAST_LABEL = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/

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
  const match = SERIALIZED_ORIGIN.exec(text)
  if (match === null) return null
  const [, scheme = '', host = '', port = ''] = match
  if (port !== '' && (port === DEFAULT_PORTS.get(scheme) || Number(port) > 65535)) return null
  return isPossibleHost(host) ? { scheme, host, port } : null
}

/**
 * Recognises the commonest of all origins at a fraction of what it takes to take one apart: `https`, a name that is no
 * address, and no port. What it does not recognise may be an origin all the same.
 */
export function isPlainHttpsOrigin(text: string): boolean {
  return text.length <= 'https://'.length + MAX_HOST_LENGTH && PLAIN_HTTPS_ORIGIN.test(text)
}

/** Finds the port that origins of a scheme have when they name none. */
export function defaultPort(scheme: string): string | undefined {
  return DEFAULT_PORTS.get(scheme)
}

/** Tells whether a host is a domain name or an address as browsers serialize it. */
export function isSerializedHost(host: string): boolean {
  return (host.startsWith('[') ? host.endsWith(']') : SERIALIZED_NAME.test(host)) && isPossibleHost(host)
}

/** Tells whether a host that is spelt as one can be one: a canonical address, or a name that is not too long. */
function isPossibleHost(host: string): boolean {
  if (host.startsWith('[')) return isCanonicalIpv6(host.slice(1, -1))
  if (host.length - (host.endsWith('.') ? 1 : 0) > MAX_HOST_LENGTH) return false
  // A name whose last label is a number is an IPv4 address to every URL parser, or not a host at all.
  return !NUMERIC_LAST_LABEL.test(host) || isCanonicalIpv4(host)
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
