import { attempt, isArray } from './attempt.ts'
import type { CorsConfigIssue } from './cors-config-issue.ts'
import { describeError, describeValue } from './describe-value.ts'
import { isThenable } from './thenable.ts'

const FORGOTTEN_CALL = 'If cors itself was handed to a framework, hand over what it makes: cors({ … })'

/** Takes note of one mistake. */
export type ReportIssue = (issue: CorsConfigIssue) => void

/** Stands for a value whose getter threw: it is of no type that a key has, so that its reader reports it. */
export class UnreadableValue extends Error {
  /** @param cause What was thrown. */
  constructor(cause: unknown) {
    super(undefined, { cause })
  }
}

/** Tells whether a value could not be read. */
export function isUnreadable(value: unknown): value is UnreadableValue {
  return attempt(() => value instanceof UnreadableValue, false)
}

/**
 * Reads the own, enumerable properties of an object once, so that what is validated is what is used: a getter is called
 * only here, and nothing is inherited.
 *
 * @param keys The keys that count: one that the object has, but not as a property of that kind, is reported.
 * @returns The properties in their order, or `null` where the value is no configuration, which is reported too.
 */
export function readOwnProperties(
  input: unknown,
  keys: Iterable<string>,
  report: ReportIssue,
): ReadonlyMap<string, unknown> | null {
  if (typeof input !== 'object' || input === null || isArray(input)) {
    reportNoObject(input, describeValue(input), report)
    return null
  }
  const names = attempt(() => Object.keys(input), null)
  if (names === null) {
    reportNoObject(input, 'an object whose properties cannot be read', report)
    return null
  }
  const properties = new Map(names.map((name) => [name, readProperty(input, name)]))
  const known = [...keys]
  if (!known.some((key) => properties.has(key)) && !attempt(() => isPlain(input), false)) {
    const value = describeValue(input)
    if (properties.size === 0) reportNoObject(input, `${value} without properties of its own`, report)
    // Such as a request, where a framework has called `cors` as if it were its middleware.
    else reportNoObject(input, `${value} with none of the keys`, report, `. ${FORGOTTEN_CALL}`)
    return null
  }
  for (const key of known) {
    if (!properties.has(key) && attempt(() => isHidden(input, key), false)) reportHidden(key, report)
  }
  return properties
}

function readProperty(input: object, name: string): unknown {
  try {
    return Reflect.get(input, name)
  } catch (error) {
    return new UnreadableValue(error)
  }
}

/** Tells whether an object is one that is written in code or JSON; the prototype may be that of another realm. */
function isPlain(value: object): boolean {
  const prototype = Reflect.getPrototypeOf(value)
  return prototype === null || Reflect.getPrototypeOf(prototype) === null
}

/** What every object inherits is not counted: whoever pollutes it may neither write a configuration nor break one. */
function isHidden(input: object, key: string): boolean {
  return key in input && !(key in Object.prototype)
}

function reportNoObject(value: unknown, found: string, report: ReportIssue, hint = ''): void {
  const example = '{ allowOrigins: ["https://app.example"] }'
  const isJson = typeof value === 'string' && value.trimStart().startsWith('{')
  const instead = isJson
    ? 'parse it first, as with JSON.parse'
    : (adviceFor(value) ?? `write an object such as ${example}`)
  report({ code: 'config-not-an-object', path: '', value, message: `The configuration is ${found}: ${instead}${hint}` })
}

function reportHidden(key: string, report: ReportIssue): void {
  report({
    code: 'key-hidden',
    path: key,
    value: undefined,
    message: `${key} is inherited or not enumerable, and would be overlooked: write it into the configuration itself`,
  })
}

/** Reads a switch that is `true` or `false`. */
export function readBoolean(value: unknown, path: string, report: ReportIssue): boolean {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.trim().toLowerCase() : null
  const expected =
    text === 'true' || text === 'false'
      ? `${text} without quotes; compare what an environment variable holds with "true"`
      : 'true or false'
  reportWrongType(value, path, expected, report)
  return false
}

/**
 * Reports a value of another type than its place has: `undefined` and promises by what usually causes them.
 *
 * @param expected What to write, after "write".
 */
export function reportWrongType(value: unknown, path: string, expected: string, report: ReportIssue): void {
  if (isUnreadable(value)) {
    const message = `${path} cannot be read, its getter threw ${describeError(value.cause)}: write ${expected}`
    report({ code: 'value-unreadable', path, value: undefined, message })
    return
  }
  if (value === undefined) {
    const message = `${path} is undefined, as a missing environment variable is: write ${expected}`
    report({ code: 'value-undefined', path, value, message })
    return
  }
  const message = `${path} is ${describeValue(value)}: ${adviceFor(value) ?? `write ${expected}`}`
  report({ code: 'value-of-wrong-type', path, value, message })
}

/** Finds the one step between a value and what was meant by it. */
function adviceFor(value: unknown): string | null {
  return attempt(() => isThenable(value), false) ? 'await it first' : null
}
