import { byteLowercase } from './byte-case.ts'
import { HTTP_WHITESPACE, strip, stripEnd } from './strip.ts'
import { isToken } from './token.ts'

/**
 * Parses a MIME type and gives its essence, such as `text/plain`, or `null` where the parser fails.
 *
 * The parameters are not read: no parameter, however malformed, makes the parser fail or changes the essence.
 *
 * @see https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function parseMimeTypeEssence(value: string): string | null {
  const input = strip(value, HTTP_WHITESPACE)
  const slash = input.indexOf('/')
  if (slash === -1) return null
  const semicolon = input.indexOf(';', slash)
  const type = input.slice(0, slash)
  const subtype = stripEnd(input.slice(slash + 1, semicolon === -1 ? input.length : semicolon), HTTP_WHITESPACE)
  if (!isToken(type) || !isToken(subtype)) return null
  return byteLowercase(`${type}/${subtype}`)
}
