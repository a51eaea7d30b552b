import {
  CORS_RESPONSE_HEADERS,
  FORBIDDEN_REQUEST_HEADER_PREFIXES,
  FORBIDDEN_REQUEST_HEADERS,
  FORBIDDEN_RESPONSE_HEADERS,
  NEVER_ON_ACTUAL_RESPONSES,
} from './header-name.ts'
import { FORBIDDEN_METHODS, REGISTERED_METHODS } from './method.ts'
import { MAX_ORIGIN_LENGTH } from './serialized-origin.ts'
import { TOKEN } from './token.ts'

// Everything here is for JSON Schema, whose patterns have no flags: a name in any case of letters has to be spelt out.

/** Writes the pattern of the entries of `allowMethods`. */
export function methodPattern(): string {
  const registered = [...REGISTERED_METHODS]
  return `^(?!${inAnyCase(FORBIDDEN_METHODS)}$)(?:(?:${registered.join('|')})$|(?!${inAnyCase(registered)}$)${TOKEN}$)`
}

/** Writes the pattern of the entries of `allowHeaders`. */
export function requestHeaderPattern(): string {
  const names = inAnyCase([...FORBIDDEN_REQUEST_HEADERS, ...CORS_RESPONSE_HEADERS])
  return `^(?!${names}$|${inAnyCase(FORBIDDEN_REQUEST_HEADER_PREFIXES)})${TOKEN}$`
}

/** Writes the pattern of the entries of `exposeHeaders`. */
export function responseHeaderPattern(): string {
  return `^(?!${inAnyCase([...FORBIDDEN_RESPONSE_HEADERS, ...NEVER_ON_ACTUAL_RESPONSES])}$)${TOKEN}$`
}

/**
 * Writes the pattern of an origin with its wildcards. What it cannot say is whether an IPv6 address is written as
 * browsers write it.
 */
export function originPattern(): string {
  const length = `(?!.{${MAX_ORIGIN_LENGTH + 1}})`
  const notSent = '(?!(?:about|blob|data|file|filesystem|javascript|view-source|wss?):)'
  const noDefaultPort = '(?!(?:http://.*:80|https://.*:443|ftp://.*:21)$)'
  const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
  const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?'
  const hostLength = '(?=[^:]{1,253}\\.?(?::|$))'
  const lastIsNoNumber = '(?!(?:[^:]*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?(?::|$))'
  const name = `${hostLength}(?:\\*\\.)?${lastIsNoNumber}(?:${label}\\.)*${label}\\.?`
  const host = `(?:${octet}(?:\\.${octet}){3}|\\[[0-9a-f:]+\\]|${name})`
  const port = '(?::(?:\\*|[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]))?'
  return `^${length}${notSent}${noDefaultPort}[a-z][a-z0-9+.-]{0,63}://${host}${port}$`
}

/** Writes the pattern of the origins that are encrypted, an app's own, or on the machine itself. */
export function secureOriginPattern(): string {
  const loopback = '(?:(?:[^:/]*\\.)?localhost\\.?|127\\.[0-9.]+|\\[::1\\])(?::[^:]*)?$'
  return `^(?!(?:http|ftp)://(?!${loopback}))`
}

function inAnyCase(names: Iterable<string>): string {
  const spelt = [...names].map((name) =>
    name.replaceAll(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`),
  )
  return `(?:${spelt.join('|')})`
}
