/** An origin pattern taken apart, before anything of it has been validated. */
export interface OriginPatternParts {
  readonly scheme: string
  /** The host, without the leading `*.` of a wildcard. */
  readonly host: string
  /** The port as it is written, with its colon; empty where there is none, or where it is `*`. */
  readonly port: string
  /** Whether the host began with `*.`. */
  readonly subdomains: boolean
  /** Whether the port is `*`. */
  readonly anyPort: boolean
}

const ANY_PORT = ':*'
const SUBDOMAINS = '*.'

/** Takes a text that has `://` in it apart; what is no part of an origin, such as a path, stays with the host. */
export function splitOriginPattern(text: string): OriginPatternParts {
  const separator = text.indexOf('://')
  const authority = text.slice(separator + 3)
  const anyPort = authority.endsWith(ANY_PORT)
  const hostAndPort = anyPort ? authority.slice(0, -ANY_PORT.length) : authority
  const subdomains = hostAndPort.startsWith(SUBDOMAINS)
  const [host, port] = splitPort(subdomains ? hostAndPort.slice(SUBDOMAINS.length) : hostAndPort)
  return { scheme: text.slice(0, separator), host, port, subdomains, anyPort }
}

/** Splits `host:port` before the colon; the colons inside the brackets of an IPv6 address are the host's. */
function splitPort(authority: string): readonly [host: string, port: string] {
  // What follows the colon of `https://user:secret@host` or `https://host:1/path` is no port.
  if (/[@/?#\\]/.test(authority)) return [authority, '']
  const hostEnd = authority.startsWith('[') ? authority.indexOf(']') : 0
  const colon = hostEnd < 0 ? -1 : authority.indexOf(':', hostEnd)
  return colon < 0 ? [authority, ''] : [authority.slice(0, colon), authority.slice(colon)]
}
