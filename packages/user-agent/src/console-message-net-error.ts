/** The names that Chromium gives to the ways in which no response comes, as far as they can be told apart here. */
export type NetError =
  | 'ERR_ADDRESS_UNREACHABLE'
  | 'ERR_CERT_AUTHORITY_INVALID'
  | 'ERR_CERT_COMMON_NAME_INVALID'
  | 'ERR_CERT_DATE_INVALID'
  | 'ERR_CONNECTION_CLOSED'
  | 'ERR_CONNECTION_REFUSED'
  | 'ERR_CONNECTION_RESET'
  | 'ERR_EMPTY_RESPONSE'
  | 'ERR_INVALID_HTTP_RESPONSE'
  | 'ERR_NAME_NOT_RESOLVED'
  | 'ERR_SSL_PROTOCOL_ERROR'
  | 'ERR_TIMED_OUT'

/** What the texts of Node's errors have in them; the first that fits counts. */
const SIGNS: readonly (readonly [sign: RegExp, error: NetError])[] = [
  [/ECONNREFUSED/, 'ERR_CONNECTION_REFUSED'],
  [/ENOTFOUND|EAI_AGAIN/, 'ERR_NAME_NOT_RESOLVED'],
  [/EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/, 'ERR_ADDRESS_UNREACHABLE'],
  [/ETIMEDOUT|nothing within \d+ ms/, 'ERR_TIMED_OUT'],
  [/ECONNRESET|EPIPE/, 'ERR_CONNECTION_RESET'],
  [/does not match certificate's altnames/, 'ERR_CERT_COMMON_NAME_INVALID'],
  [/certificate (?:has expired|is not yet valid)/, 'ERR_CERT_DATE_INVALID'],
  [/certificate/, 'ERR_CERT_AUTHORITY_INVALID'],
  [/before secure TLS connection was established/, 'ERR_CONNECTION_CLOSED'],
  [/EPROTO|SSL routines|ERR_SSL_/, 'ERR_SSL_PROTOCOL_ERROR'],
  [/Parse Error/, 'ERR_INVALID_HTTP_RESPONSE'],
  [/socket hang up|the connection was closed/, 'ERR_EMPTY_RESPONSE'],
]

/**
 * Names the way in which no response came, in the words of Chromium, from the `error` of a message of an exchange.
 *
 * It knows the texts of Node, which `createSocketTransport` passes on, and Chromium's own; `null` where it knows neither.
 */
export function netError(error: string): NetError | null {
  // A URL may hold any sign.
  const why = error.replace(/^no response from \S+: /, '')
  return SIGNS.find(([sign, name]) => why.includes(name) || sign.test(why))?.[1] ?? null
}
