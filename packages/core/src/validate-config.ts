import { type AllowedOrigins, readAllowOrigins } from './allow-origins.ts'
import { isUnreadable, type ReportIssue, readBoolean, readOwnProperties } from './config-reader.ts'
import type { CompleteCorsConfig } from './cors-config.ts'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import { checkCredentials, type PublicSuffixTest } from './credentials.ts'
import { inOrderOf } from './issue-path.ts'
import { readAllowHeaders, readAllowMethods, readExposeHeaders } from './name-list.ts'
import { readMaxAge, readPreflightStatus } from './preflight-settings.ts'
import { reportUnknownKey } from './unknown-key.ts'

/** A configuration that has passed every check. */
export interface ValidConfig {
  readonly config: CompleteCorsConfig
  readonly origins: AllowedOrigins
}

/** What the validation of a configuration came to. */
export type ValidationResult =
  | { readonly ok: true; readonly valid: ValidConfig }
  | { readonly ok: false; readonly issues: readonly CorsConfigIssue[] }

/** What nobody reads further, and what keeps an input from outside from filling the memory with sentences. */
const MAX_ISSUES = 1000

const DEFAULTS: ReadonlyMap<keyof CompleteCorsConfig, unknown> = new Map<keyof CompleteCorsConfig, unknown>([
  ['allowOrigins', '*'],
  ['allowCredentials', false],
  ['allowMethods', []],
  ['allowHeaders', []],
  ['exposeHeaders', []],
  ['maxAge', 600],
  ['preflightStatus', 204],
  ['timingAllowOrigin', false],
  ['dangerouslyAllowInsecureOrigins', false],
  ['dangerouslyAllowPublicSuffixes', false],
])

/** Reads a configuration from scratch: every key is checked, and every mistake reported, in the order of the input. */
export function validateConfig(input: unknown, isPublicSuffix: PublicSuffixTest | undefined): ValidationResult {
  const issues: CorsConfigIssue[] = []
  let leftOut = 0
  const report: ReportIssue = (issue) => {
    if (issues.length < MAX_ISSUES) issues.push(Object.freeze(issue))
    else leftOut++
  }
  const keys = [...DEFAULTS.keys()]
  const properties = readOwnProperties(input, keys, report)
  if (properties === null) return { ok: false, issues: Object.freeze(issues) }

  const known = new Set<string>(keys)
  for (const [key, value] of properties) {
    if (known.has(key)) continue
    // To find out what was meant by a million keys would take long, and nobody would read it.
    if (issues.length === MAX_ISSUES) leftOut++
    else reportUnknownKey(key, isUnreadable(value) ? undefined : value, properties, keys, report)
  }
  const read = <T>(key: keyof CompleteCorsConfig, reader: (value: unknown) => T): T =>
    reader(properties.has(key) ? properties.get(key) : DEFAULTS.get(key))
  const readSwitch = (key: keyof CompleteCorsConfig): boolean => read(key, (value) => readBoolean(value, key, report))

  const origins = read('allowOrigins', (value) => readAllowOrigins(value, report))
  const config: CompleteCorsConfig = Object.freeze({
    allowOrigins: writeOrigins(origins),
    allowCredentials: readSwitch('allowCredentials'),
    allowMethods: read('allowMethods', (value) => readAllowMethods(value, report)),
    allowHeaders: read('allowHeaders', (value) => readAllowHeaders(value, report)),
    exposeHeaders: read('exposeHeaders', (value) => readExposeHeaders(value, report)),
    maxAge: read('maxAge', (value) => readMaxAge(value, report)),
    preflightStatus: read('preflightStatus', (value) => readPreflightStatus(value, report)),
    timingAllowOrigin: readSwitch('timingAllowOrigin'),
    dangerouslyAllowInsecureOrigins: readSwitch('dangerouslyAllowInsecureOrigins'),
    dangerouslyAllowPublicSuffixes: readSwitch('dangerouslyAllowPublicSuffixes'),
  })
  if (config.allowCredentials) checkCredentials(config, origins, properties.get('allowOrigins'), isPublicSuffix, report)

  if (issues.length === 0) return { ok: true, valid: { config, origins } }
  const ordered = inOrderOf(properties.keys(), issues)
  return { ok: false, issues: Object.freeze(leftOut === 0 ? ordered : [...ordered, mistakesLeftOut(leftOut)]) }
}

function mistakesLeftOut(count: number): CorsConfigIssue {
  const message = `${count} more mistakes are not listed here: mend these first`
  return Object.freeze({ code: 'mistakes-left-out', path: '', value: count, message })
}

function writeOrigins(origins: AllowedOrigins): CompleteCorsConfig['allowOrigins'] {
  switch (origins.kind) {
    case 'any':
      return '*'
    case 'predicate':
      return origins.predicate
    case 'listed':
      return Object.freeze([...origins.texts])
  }
}
