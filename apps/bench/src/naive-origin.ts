import type { OriginPredicate } from '@corsac/core'

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/

/**
 * Tells whether a list or a predicate allows an origin: the rules as one would say them, entry by entry. Slow, and too
 * simple to be wrong, it shares no code with `@corsac/core`.
 */
export function isAllowedNaively(allowOrigins: '*' | readonly string[] | OriginPredicate, origin: string): boolean {
  if (allowOrigins === '*') return true
  if (typeof allowOrigins === 'function') return isOriginNaively(origin) && allowOrigins(origin) === true
  return isOriginNaively(origin) && allowOrigins.some((pattern) => pattern === '*' || matchesNaively(pattern, origin))
}

/** Tells whether a text is an origin that a browser could send, mostly by what the platform's URL parser makes of it. */
export function isOriginNaively(text: string): boolean {
  if (text === 'null') return true
  const [, scheme = '', authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#@\\\s]+)$/.exec(text) ?? []
  if (scheme === '' || scheme.length > 64 || text.length > 326) return false
  // Hosts of schemes that the parser does not know are opaque to it: they have to be hosts by the rules of the web.
  const port = parsePort(scheme, authority)
  const host = parseHost(authority)
  if (port === null || host === null || authority !== `${host}${port}`) return false
  if (host.startsWith('[')) return true
  const labels = host.replace(/\.$/, '').split('.')
  return labels.join('.').length <= 253 && labels.every((label) => label.length <= 63 && LABEL.test(label))
}

function parseHost(authority: string): string | null {
  try {
    return new URL(`http://${authority}`).hostname
  } catch {
    return null
  }
}

/** Writes the port as browsers do, with its colon; empty where it is the scheme's own, `null` where it is none. */
function parsePort(scheme: string, authority: string): string | null {
  try {
    const { port } = new URL(`${scheme}://${authority}`)
    if (port === '0') return null
    return port === '' ? '' : `:${port}`
  } catch {
    return null
  }
}

/** Compares with one pattern, written out as the expression that it abbreviates. */
function matchesNaively(pattern: string, origin: string): boolean {
  if (!pattern.includes('*')) return pattern === origin
  const expression = pattern
    .replace(/[.+[\]]/g, '\\$&')
    .replace('://*\\.', '://(?:[^.:]+\\.)+')
    .replace(/:\*$/, '(?::[0-9]+)?')
  return new RegExp(`^${expression}$`).test(origin)
}
