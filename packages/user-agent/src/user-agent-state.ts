import type { AuthenticationEntry } from './append-stored-credentials.ts'
import type { CookieStore } from './cookie-store.ts'
import { createCorsPreflightCache, type WritableCorsPreflightCache } from './cors-preflight-cache.ts'
import type { Engine } from './engine-quirk.ts'
import { quirksOf } from './engine-quirk-table.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import { guessRegistrableDomain, type RegistrableDomain } from './registrable-domain.ts'
import type { Transport } from './transport.ts'

/** What a user agent is made of. */
export interface UserAgentOptions {
  /** What puts the requests on the wire. */
  readonly transport: Transport
  /** Whose quirks it has. Default: nobody's; it keeps to the standard. */
  readonly engine?: Engine
  /** Where it keeps cookies. Default: nowhere; none are sent or stored. */
  readonly cookieStore?: CookieStore
  /** What its user has entered where servers asked for a password. Default: nothing. */
  readonly authenticationEntries?: readonly AuthenticationEntry[]
  /** Finds the registrable domains of hosts, which make them same site. Default: {@link guessRegistrableDomain}. */
  readonly registrableDomain?: RegistrableDomain
  /** Its clock, in milliseconds since 1970: for the ages of cached preflights and of cookies. Default: `Date.now`. */
  readonly now?: () => number
}

/** What a user agent has and keeps from one fetch to the next. */
export interface UserAgentState extends Required<Omit<UserAgentOptions, 'cookieStore' | 'engine'>> {
  /** Where it keeps cookies; `null` for nowhere. */
  readonly cookieStore: CookieStore | null
  /** What it remembers of preflights. */
  readonly preflightCache: WritableCorsPreflightCache
  /** In what it differs from the standard. */
  readonly quirks: EngineQuirks
}

/** Makes up the state of a user agent that has just been started. */
export function createUserAgentState({
  authenticationEntries = [],
  cookieStore,
  engine,
  now = Date.now,
  registrableDomain = guessRegistrableDomain,
  transport,
}: UserAgentOptions): UserAgentState {
  const quirks = engine === undefined ? STANDARD_BEHAVIOUR : quirksOf(engine)
  return {
    transport,
    authenticationEntries,
    cookieStore: cookieStore ?? null,
    now,
    preflightCache: createCorsPreflightCache(now, quirks),
    quirks,
    registrableDomain,
  }
}
