import { parseUrl } from './parse-url.ts'

/**
 * Tells whether a value is an origin as browsers serialize it: `null`, or scheme, host and port without the default one.
 *
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
export function isSerializedOrigin(value: string): boolean {
  if (value === 'null') return true
  const url = value === value.toLowerCase() ? parseUrl(value) : null
  if (url === null) return false
  // To the URL parser the origin of an unknown scheme is opaque, yet pages of apps and extensions have a tuple origin.
  const origin = url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin
  return url.host !== '' && origin === value
}

/**
 * Tells whether a URL belongs to an origin. An opaque origin, `null`, owns no URL.
 *
 * @see https://html.spec.whatwg.org/#same-origin
 */
export function isSameOrigin(origin: string, url: URL): boolean {
  return origin !== 'null' && origin === url.origin
}

/** Tells whether a URL is fetched over HTTP, encrypted or not. */
export function hasHttpScheme(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:'
}

/** Tells whether a URL carries a username or a password. */
export function includesCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== ''
}

/** Serializes a URL without its fragment, which never goes over the wire. */
export function serializeWithoutFragment(url: URL): string {
  const [serialized = ''] = url.href.split('#', 1)
  return serialized
}
