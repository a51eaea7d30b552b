/**
 * Decides whether an origin is allowed.
 *
 * It must return `true` or `false`, or a promise of one; anything else, a throw or a rejection refuses the origin.
 * It is asked only about well-formed serialized origins, and with credentials neither about `null` nor, unless
 * {@link CorsConfig.dangerouslyAllowInsecureOrigins} is set, about an insecure one.
 */
export type OriginPredicate = (origin: string) => boolean | Promise<boolean>

/**
 * A CORS policy as its author writes it: every key is the response header that it governs, without `Access-Control-`.
 *
 * An empty configuration is that of a public API: any origin may read, without credentials.
 */
export interface CorsConfig {
  /**
   * The origins that may read responses. Default `'*'`.
   *
   * `'*'` for every origin, a list of patterns, or a predicate. A pattern is a serialized origin
   * (`https://app.example`, `http://[::1]:3000`, `capacitor://localhost`) whose host may begin with `*.` (one or more
   * labels, never the apex) and whose port may be `*` (any, the implicit one included).
   *
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-origin
   */
  readonly allowOrigins?: '*' | readonly string[] | OriginPredicate
  /**
   * Whether responses may be read by pages that sent cookies or other credentials. Default `false`.
   *
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-credentials
   */
  readonly allowCredentials?: boolean
  /**
   * The methods that pages may use, case-sensitive, or `'*'`. Default `[]`: GET, HEAD and POST always pass.
   *
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-methods
   */
  readonly allowMethods?: '*' | readonly string[]
  /**
   * The request headers that pages may set, or `'*'`. Default `[]`.
   *
   * Without credentials `'*'` does not cover `Authorization`, which has to be listed beside it.
   *
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-headers
   */
  readonly allowHeaders?: '*' | readonly string[]
  /**
   * The response headers that pages may read beside the seven safelisted ones, or `'*'`. Default `[]`.
   *
   * @see https://fetch.spec.whatwg.org/#http-access-control-expose-headers
   */
  readonly exposeHeaders?: '*' | readonly string[]
  /**
   * For how many seconds browsers may cache a preflight, 0 to 86400. Default 600; `0` turns caching off.
   *
   * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
   */
  readonly maxAge?: number
  /** The status of a successful preflight. Default 204; 200 is for clients that know no other. */
  readonly preflightStatus?: 200 | 204
  /**
   * Whether the same origins may read resource timings (`Timing-Allow-Origin`). Default `false`.
   *
   * @see https://w3c.github.io/resource-timing/#sec-timing-allow-origin
   */
  readonly timingAllowOrigin?: boolean
  /**
   * Allows credentials with origins that are neither encrypted nor loopback, such as `http://intranet.example`: whoever
   * is on the network path can then read and act with the user's credentials. Default `false`.
   */
  readonly dangerouslyAllowInsecureOrigins?: boolean
  /**
   * Allows credentials with every subdomain of a public suffix, such as `https://*.github.io`: anybody can register one
   * and then act with the user's credentials. Default `false`.
   */
  readonly dangerouslyAllowPublicSuffixes?: boolean
}

/**
 * A {@link CorsConfig} with every default written out and duplicates removed. `'*'` in a list has become the list,
 * except that `allowHeaders` may still be `['*', 'authorization']`.
 */
export interface CompleteCorsConfig {
  readonly allowOrigins: '*' | readonly string[] | OriginPredicate
  readonly allowCredentials: boolean
  readonly allowMethods: '*' | readonly string[]
  readonly allowHeaders: '*' | readonly string[]
  readonly exposeHeaders: '*' | readonly string[]
  readonly maxAge: number
  readonly preflightStatus: 200 | 204
  readonly timingAllowOrigin: boolean
  readonly dangerouslyAllowInsecureOrigins: boolean
  readonly dangerouslyAllowPublicSuffixes: boolean
}
