/**
 * The CORS response headers, lower-case: what is deleted from a response before a decision is applied, so that an
 * upstream's `Access-Control-Allow-Credentials` cannot join our `Access-Control-Allow-Origin`.
 *
 * The last one is of a withdrawn proposal that Corsac never sends.
 *
 * @see https://fetch.spec.whatwg.org/#http-responses
 */
export const accessControlHeaders: readonly string[] = Object.freeze([
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
  'access-control-max-age',
  'access-control-allow-private-network',
])
