/** The schemes whose pages have no origin of their own. */
type OpaqueScheme = 'about' | 'blob' | 'data' | 'file' | 'filesystem' | 'javascript' | 'view-source'

/** A host, with or without a port, that names the machine itself. */
type LoopbackAuthority = WithPort<'localhost' | `${string}.localhost` | `127.${string}` | '[::1]'>
type WithPort<Host extends string> = Host | `${Host}:${string}`

/** Takes the wildcards away from where they may stand. */
type WithoutWildcards<Authority extends string> = Authority extends `*.${infer Rest}`
  ? WithoutPortWildcard<Rest>
  : WithoutPortWildcard<Authority>
type WithoutPortWildcard<Authority extends string> = Authority extends `${infer Rest}:*` ? Rest : Authority

/**
 * Tells whether a text is one that the compiler knows to its last character: only such a text is a key, any other makes
 * an index signature, which no key at all satisfies.
 */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- the type without keys is what is asked
export type IsLiteral<Text extends string> = Record<never, never> extends Record<Text, 1> ? false : true

/**
 * What the compiler can see to be wrong with an origin that is written as a literal, as the rest of a sentence that
 * begins with the origin; `never` for an origin that is right, or that is known only at run time.
 */
export type OriginMistake<Origin extends string> =
  IsLiteral<Origin> extends false
    ? never
    : Origin extends '*' | 'null'
      ? never
      : Origin extends ''
        ? 'is empty: write an origin such as "https://app.example"'
        : Origin extends `${string},${string}`
          ? 'holds several origins: write one string for each'
          : Origin extends `${string} ${string}`
            ? 'has white space in it, which no origin has: leave it out'
            : Origin extends `${infer Scheme}://${infer Authority}`
              ? Origin extends Lowercase<Origin>
                ? PartsMistake<Scheme, Authority>
                : `has upper-case letters: write "${Lowercase<Origin>}"`
              : 'has no scheme: write it as browsers send it, with "https://" or "http://" in front'

type PartsMistake<Scheme extends string, Authority extends string> = Scheme extends OpaqueScheme
  ? `has the scheme "${Scheme}", whose pages have no origin of their own: serve the page over https, or from localhost`
  : Scheme extends 'ws' | 'wss'
    ? 'has the scheme of a WebSocket: write the origin of the page that opens it'
    : Authority extends `${string}@${string}`
      ? 'has a user name in it, which no origin has: leave it out'
      : Authority extends `${infer Host}/${infer Path}`
        ? Path extends ''
          ? `ends with a slash, which no origin does: write "${Scheme}://${Host}"`
          : `has a path, which no origin has: write "${Scheme}://${Host}"`
        : Authority extends `${infer Host}?${string}`
          ? `has a query, which no origin has: write "${Scheme}://${Host}"`
          : Authority extends `${infer Host}#${string}`
            ? `has a fragment, which no origin has: write "${Scheme}://${Host}"`
            : DefaultPortMistake<Scheme, Authority>

type DefaultPortMistake<Scheme extends string, Authority extends string> = `${Scheme} ${Authority}` extends
  `https ${infer Host}:443` | `http ${infer Host}:80`
  ? `names the default port of ${Scheme}, which browsers leave out: write "${Scheme}://${Host}"`
  : WithoutWildcards<Authority> extends '' | `${string}*${string}`
    ? 'has "*" where it cannot stand: write it as the leading label, as in "https://*.app.example", or as the port, as in "http://localhost:*"'
    : never

/** What is wrong with an origin beside `allowCredentials: true`, although by itself it is right. */
export type CredentialedOriginMistake<Origin extends string, AllowsInsecure> =
  IsLiteral<Origin> extends false
    ? never
    : Origin extends 'null'
      ? 'and allowCredentials exclude each other: any site can make a page whose origin is null'
      : AllowsInsecure extends true
        ? never
        : Origin extends `http://${infer Authority}`
          ? Authority extends LoopbackAuthority
            ? never
            : 'is not encrypted: with allowCredentials write an https origin, or set dangerouslyAllowInsecureOrigins'
          : never
