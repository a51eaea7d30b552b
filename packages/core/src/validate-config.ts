import { type AllowedOrigins, readAllowOrigins } from './allow-origins.ts'
import { type ReportIssue, readBoolean, readOwnProperties, reportWrongType } from './config-reader.ts'
import type { CompleteCorsConfig } from './cors-config.ts'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import { checkCredentials, type PublicSuffixTest } from './credentials.ts'
import { describeValue } from './describe-value.ts'
import { readAllowHeaders, readAllowMethods, readExposeHeaders } from './name-list.ts'

/** A configuration that has passed every check. */
export interface ValidConfig {
  readonly config: CompleteCorsConfig
  readonly origins: AllowedOrigins
}

/** What the validation of a configuration came to. */
export type ValidationResult =
  | { readonly ok: true; readonly valid: ValidConfig }
  | { readonly ok: false; readonly issues: readonly CorsConfigIssue[] }

const MAX_MAX_AGE = 86_400

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
  const properties = readOwnProperties(input)
  if (properties === null) {
    const message = `The configuration is ${describeValue(input)}: write an object such as { allowOrigins: ["https://app.example"] }`
    return { ok: false, issues: [{ code: 'config-not-an-object', path: '', value: input, message }] }
  }

  const issues: CorsConfigIssue[] = []
  const report: ReportIssue = (issue) => void issues.push(Object.freeze(issue))
  const known = new Set<string>(DEFAULTS.keys())
  for (const [key, value] of properties) {
    if (!known.has(key)) reportUnknownKey(key, value, report)
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

  if (issues.length > 0) return { ok: false, issues: Object.freeze(inOrderOf(properties, issues)) }
  return { ok: true, valid: { config, origins } }
}

function writeOrigins(origins: AllowedOrigins): CompleteCorsConfig['allowOrigins'] {
  switch (origins.kind) {
    case 'any':
      return '*'
    case 'predicate':
      return origins.predicate
    case 'listed':
      return Object.freeze(origins.listed.map(({ pattern }) => pattern.text))
  }
}

function readMaxAge(value: unknown, report: ReportIssue): number {
  const expected = `a whole number of seconds from 0 to ${MAX_MAX_AGE}`
  if (typeof value !== 'number') {
    reportWrongType(value, 'maxAge', expected, report)
    return 0
  }
  if (!Number.isInteger(value) || value < 0 || value > MAX_MAX_AGE || Object.is(value, -0)) {
    const message = `maxAge is ${describeValue(value)}: write ${expected}; 0 turns the caching of preflights off`
    report({ code: 'max-age-out-of-range', path: 'maxAge', value, message })
  }
  return value
}

function readPreflightStatus(value: unknown, report: ReportIssue): 200 | 204 {
  if (value === 200 || value === 204) return value
  if (typeof value === 'number') {
    const message = `preflightStatus is ${describeValue(value)}: write 204, or 200 for clients that know no other`
    report({ code: 'preflight-status-unsupported', path: 'preflightStatus', value, message })
  } else {
    reportWrongType(value, 'preflightStatus', '204 or 200', report)
  }
  return 204
}

function reportUnknownKey(key: string, value: unknown, report: ReportIssue): void {
  const known = [...DEFAULTS.keys()].join(', ')
  report({
    code: 'key-unknown',
    path: key,
    value,
    message: `${describeValue(key)} is not a key of a CORS configuration; the keys are ${known}`,
  })
}

/** Orders issues as the configuration has its keys and lists; those of keys that it leaves out come last. */
function inOrderOf(properties: ReadonlyMap<string, unknown>, issues: readonly CorsConfigIssue[]): CorsConfigIssue[] {
  const order = new Map([...properties.keys()].map((key, index) => [key, index]))
  const rank = ({ path }: CorsConfigIssue): readonly [key: number, index: number] => {
    const [, key = path, index = '-1'] = /^(\w+)\[(\d+)\]$/.exec(path) ?? []
    return [order.get(key) ?? order.size, Number(index)]
  }
  return issues.toSorted((a, b) => {
    const [keyA, indexA] = rank(a)
    const [keyB, indexB] = rank(b)
    return keyA - keyB || indexA - indexB
  })
}
