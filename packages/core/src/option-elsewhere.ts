import type { CompleteCorsConfig } from './cors-config.ts'

type Key = keyof CompleteCorsConfig

/**
 * What each key is called in other libraries, as {@link plainName} writes it. Names that differ from the key in nothing
 * but their case or their hyphens need no mention.
 */
const NAMES: readonly (readonly [key: Key, names: string])[] = [
  ['allowOrigins', 'origin origins allowedorigins allowedoriginpatterns alloworiginfunc'],
  ['allowCredentials', 'credentials credentialed supportscredentials'],
  ['allowMethods', 'methods allowedmethods'],
  ['allowHeaders', 'headers allowedheaders requestheaders additionalheaders'],
  ['exposeHeaders', 'exposedheaders responseheaders exposeheaderslist additionalexposedheaders'],
  ['maxAge', 'maxageseconds maxageinseconds'],
  ['preflightStatus', 'optionssuccessstatus preflightsuccessstatus preflightstatuscode'],
  ['timingAllowOrigin', 'timingalloworigins'],
  ['dangerouslyAllowInsecureOrigins', 'dangerouslytolerateinsecureorigins'],
  ['dangerouslyAllowPublicSuffixes', 'dangerouslytoleratesubdomainsofpublicsuffixes'],
]

/** What other libraries offer and no key does, and why; the reason follows a colon. */
const REASONS: readonly (readonly [reason: string, names: string])[] = [
  [
    'regular expressions are not taken, write patterns such as "https://*.app.example" into allowOrigins',
    'alloworiginregex alloworiginsregex allowedoriginregex allowedoriginregexes originregex',
  ],
  [
    'every preflight is answered, with preflightStatus, and any other OPTIONS request reaches the application',
    'preflight preflightcontinue optionspassthrough strictpreflight',
  ],
  [
    'for a policy that depends on the request, pass a function that picks one in place of the configuration',
    'delegator alloworiginrequestfunc alloworiginvaryrequestfunc routes',
  ],
  [
    'no header opens a private network any more, browsers ask their user instead',
    'privatenetworkaccess allowprivatenetwork privatenetworkaccessinnocorsmodeonly',
  ],
  ['it is an option, which stands beside the configuration, not in it', 'vary debug onerror ondecision ispublicsuffix'],
  ['it governs the plugin of a framework, leave it out', 'hook hideoptionsroute loglevel aot'],
  ['the options onError and onDecision tell what happens, leave it out', 'logger'],
  ['maxAge alone governs how long a preflight is cached, leave it out', 'cachecontrol'],
  ['responses to errors always keep the headers, leave it out', 'keepheadersonerror'],
  [
    'it is not CORS, send Cross-Origin-Opener-Policy and Cross-Origin-Embedder-Policy in a way of your own',
    'securecontext',
  ],
  ['it is for editors, take it out before the configuration is parsed', 'schema'],
]

/** Writes a name without what differs from one library to the next: case, hyphens, underscores, the protocol's prefix. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^accesscontrol/, '')
}

/** Lists the keys under every plain name that they have somewhere, their own first. */
export function namesOfKeys(): readonly (readonly [name: string, key: Key])[] {
  const own = NAMES.map(([key]) => [plainName(key), key] as const)
  return [...own, ...NAMES.flatMap(([key, names]) => names.split(' ').map((name) => [name, key] as const))]
}

/** Tells why there is no key for what other libraries have under a plain name; `null` for a name that none has. */
export function reasonForNoKey(name: string): string | null {
  return REASONS.find(([, names]) => names.split(' ').includes(name))?.[0] ?? null
}
