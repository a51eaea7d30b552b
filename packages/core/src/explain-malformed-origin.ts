import { splitOriginPattern } from './origin-pattern-parts.ts'
import { defaultPort, MAX_ORIGIN_LENGTH } from './serialized-origin.ts'

/** The commonest faults of a text that is no serialized origin, in the order in which they are looked for. */
const FAULTS: readonly (readonly [fault: RegExp, text: string])[] = [
  [/^$/, 'is empty'],
  [/^\s|\s$/, 'has white space around it'],
  [/[^\x20-\x7e]/, 'has characters in it that are not printable ASCII, in which browsers write every origin'],
  [/[, ]/, 'is a list, and a request has one origin'],
  [/^null$/i, 'is not "null" in lower case'],
  [/^(?![a-z][a-z0-9+.-]*:\/\/)/i, 'does not begin with a scheme and "://"'],
  [/[A-Z]/, 'has upper-case letters, and browsers write origins in lower case'],
  [/^[^/]+:\/\/[^/?#\\]*@/, 'has a user name in it'],
  [/^[^/]+:\/\/[^/?#\\]*\/$/, 'ends with a slash'],
  [/:\/\/.*[/?#\\]/, 'has more than a scheme, a host and a port in it'],
  [/\*/, 'has "*" in it, which is for patterns'],
]

/**
 * Says what is wrong with an `Origin` that no browser sends; the text follows the quoted value in a sentence.
 *
 * @param origin A text that is neither `null` nor a serialized origin.
 */
export function explainMalformedOrigin(origin: string): string {
  if (origin.length > MAX_ORIGIN_LENGTH) return `is longer than any origin, with ${origin.length} characters`
  const found = FAULTS.find(([fault]) => fault.test(origin))
  if (found !== undefined) return found[1]
  const { scheme, port } = splitOriginPattern(origin)
  const digits = port.slice(':'.length)
  if (digits === defaultPort(scheme)) return `names the default port of ${scheme}, which browsers leave out`
  if (port !== '' && (!/^[1-9]\d{0,4}$/.test(digits) || Number(digits) > 65535)) return 'has a port that is not one'
  return 'has a scheme or a host that no browser writes like this'
}
