import type { CorsConfig } from './cors-config.ts'
import type { policyProgram } from './cors-policy.ts'
import type { CredentialedOriginMistake, IsLiteral, OriginMistake } from './origin-mistake.ts'

/**
 * What the compiler can see to be wrong with a configuration, or another source of a policy, that is written as
 * literals: a union of sentences; `never` where it sees nothing. What it does not see is found at run time.
 */
export type ConfigMistake<Source> = Source extends
  ((...input: never) => unknown) | { readonly [policyProgram]: unknown }
  ? never
  : | UnknownKeyMistake<Exclude<keyof Source, keyof CorsConfig>>
    | OriginsMistake<Source>
    | CredentialsMistake<Source>
    | ListMistake<'allowMethods', Source, 'method'>
    | ListMistake<'allowHeaders', Source, 'request header'>
    | ListMistake<'exposeHeaders', Source, 'response header'>
    | (Source extends { readonly maxAge: infer Seconds extends number } ? MaxAgeMistake<Seconds> : never)

/**
 * The type of a parameter that takes a source: the source's own, or, where {@link ConfigMistake} finds something, the
 * sentence that the compiler then shows.
 */
export type WithoutMistakes<Source> = [ConfigMistake<Source>] extends [never] ? Source : ConfigMistake<Source>

type UnknownKeyMistake<Key> = Key extends string
  ? Key extends keyof KeysElsewhere
    ? `"${Key}" is not a key of a CORS configuration: write "${KeysElsewhere[Key]}"`
    : `"${Key}" is not a key of a CORS configuration`
  : never

/** What the keys are called in the libraries that are most often moved from; at run time more names are known. */
interface KeysElsewhere {
  readonly origin: 'allowOrigins'
  readonly origins: 'allowOrigins'
  readonly allowOrigin: 'allowOrigins'
  readonly allowedOrigins: 'allowOrigins'
  readonly credentials: 'allowCredentials'
  readonly methods: 'allowMethods'
  readonly allowedMethods: 'allowMethods'
  readonly headers: 'allowHeaders'
  readonly allowedHeaders: 'allowHeaders'
  readonly exposedHeaders: 'exposeHeaders'
  readonly optionsSuccessStatus: 'preflightStatus'
}

type OriginsOf<Source> = Source extends { readonly allowOrigins: readonly (infer Origin extends string)[] }
  ? Origin
  : never

type OriginsMistake<Source> =
  | (Source extends { readonly allowOrigins: readonly [] }
      ? 'allowOrigins is empty: name at least one origin, or "*"'
      : never)
  | EachOrigin<OriginsOf<Source>>
type EachOrigin<Origin extends string> = Origin extends string
  ? Tell<'allowOrigins', Origin, OriginMistake<Origin>>
  : never

type CredentialsMistake<Source> = Source extends { readonly allowCredentials: true }
  ? | (Source extends { readonly allowOrigins: infer Origins }
        ? [Origins] extends ['*']
          ? 'allowOrigins "*" and allowCredentials exclude each other: name the origins that may use credentials'
          : WildcardInList<Origins>
        : 'allowCredentials needs allowOrigins: name the origins that may use credentials')
    | (Source extends { readonly exposeHeaders: '*' | readonly ['*', ...string[]] }
        ? 'exposeHeaders "*" and allowCredentials exclude each other: list the headers'
        : never)
    | EachCredentialedOrigin<
        OriginsOf<Source>,
        Source extends { readonly dangerouslyAllowInsecureOrigins: infer Allows } ? Allows : false
      >
  : never
type WildcardInList<Origins> = Origins extends readonly (infer Origin)[]
  ? string extends Origin
    ? never
    : '*' extends Origin
      ? 'allowOrigins "*" and allowCredentials exclude each other: name the origins that may use credentials'
      : never
  : never
type EachCredentialedOrigin<Origin extends string, AllowsInsecure> = Origin extends string
  ? Tell<'allowOrigins', Origin, CredentialedOriginMistake<Origin, AllowsInsecure>>
  : never

type ListMistake<Key extends string, Source, Kind> =
  Source extends Readonly<Record<Key, readonly (infer Name extends string)[]>> ? EachName<Key, Name, Kind> : never
type EachName<Key extends string, Name extends string, Kind> = Name extends '*'
  ? never
  : IsLiteral<Name> extends false
    ? never
    : Tell<Key, Name, NameMistake<Name, Kind>>
type NameMistake<Name extends string, Kind> = Name extends '' | `${string}${' ' | ',' | ':' | ';'}${string}`
  ? `is not the name of a ${Kind & string}`
  : Kind extends 'method'
    ? MethodMistake<Name>
    : Kind extends 'request header'
      ? RequestHeaderMistake<Lowercase<Name>>
      : ResponseHeaderMistake<Lowercase<Name>>

/** The registered methods that an API is likely to have. */
type UsualMethod = 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT' | 'QUERY' | 'PROPFIND' | 'REPORT'
type MethodMistake<Method extends string> =
  Uppercase<Method> extends 'CONNECT' | 'TRACE' | 'TRACK'
    ? 'is a method that browsers let no page use'
    : Method extends UsualMethod
      ? never
      : Uppercase<Method> extends UsualMethod
        ? `never matches, because methods are case-sensitive: write "${Uppercase<Method>}"`
        : never

type CorsResponseHeader =
  | `access-control-${'allow-origin' | 'allow-credentials' | 'allow-methods' | 'allow-headers' | 'expose-headers' | 'max-age'}`
  | 'timing-allow-origin'
type ForbiddenRequestHeader =
  | 'accept-charset'
  | 'accept-encoding'
  | 'access-control-request-headers'
  | 'access-control-request-method'
  | 'connection'
  | 'content-length'
  | 'cookie'
  | 'cookie2'
  | 'date'
  | 'dnt'
  | 'expect'
  | 'host'
  | 'keep-alive'
  | 'origin'
  | 'referer'
  | 'set-cookie'
  | 'te'
  | 'trailer'
  | 'transfer-encoding'
  | 'upgrade'
  | 'via'
  | `proxy-${string}`
  | `sec-${string}`
type RequestHeaderMistake<Name extends string> = Name extends CorsResponseHeader
  ? 'is a response header: list the request headers that pages set'
  : Name extends ForbiddenRequestHeader
    ? 'is a header that browsers let no page set'
    : never
type ResponseHeaderMistake<Name extends string> = Name extends 'set-cookie' | 'set-cookie2'
  ? 'is a header that browsers show to no page'
  : Name extends
        | 'origin'
        | `access-control-${'request-method' | 'request-headers' | 'allow-methods' | 'allow-headers' | 'max-age'}`
    ? 'is not on the responses that pages read'
    : never

type MaxAgeMistake<Seconds extends number> = number extends Seconds
  ? never
  : `${Seconds}` extends `-${string}` | `${string}.${string}`
    ? MaxAgeSentence<Seconds>
    : ExceedsDay<`${Seconds}`> extends true
      ? MaxAgeSentence<Seconds>
      : never
type MaxAgeSentence<Seconds extends number> = `maxAge is ${Seconds}: write a whole number of seconds from 0 to 86400`

/** Compares digit by digit, because the compiler cannot count. */
type ExceedsDay<Digits extends string> =
  Digits extends `${infer A}${infer B}${infer C}${infer D}${infer E}${infer Rest}`
    ? Rest extends ''
      ? ExceedsDayWithFiveDigits<A, B, C, D, E>
      : true
    : false
type ExceedsDayWithFiveDigits<A, B, C, D, E> = A extends '9'
  ? true
  : A extends '8'
    ? B extends '7' | '8' | '9'
      ? true
      : B extends '6'
        ? C extends '0' | '1' | '2' | '3'
          ? false
          : C extends '4'
            ? [D, E] extends ['0', '0']
              ? false
              : true
            : true
        : false
    : false

/** Makes a sentence of a mistake; `never` stays `never`. */
type Tell<Key extends string, Value extends string, Mistake extends string> = [Mistake] extends [never]
  ? never
  : `${Key} has "${Value}", which ${Mistake}`
