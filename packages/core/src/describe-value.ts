import { attempt, isArray, isRegExp } from './attempt.ts'

const MAX_LENGTH = 120
const MAX_ELEMENTS = 4
/** Control and formatting characters, and all white space but the plain space: what an eye cannot see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu

/**
 * Names a value in an error message: texts and numbers as they would be written in code, other things by what they are.
 * Characters that cannot be seen come out escaped, a long text is cut, and nothing that the value does can make it throw.
 */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value)
    case 'object':
      return value === null ? 'null' : attempt(() => describeObject(value), 'an object that cannot be read')
    case 'function':
      return 'a function'
    case 'symbol':
      return 'a symbol'
    case 'bigint':
      return `${String(value)}n`
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'boolean':
    case 'undefined':
      return String(value)
  }
}

/** Writes texts as a list in code, the first few of them. */
export function describeList(texts: readonly string[]): string {
  const shown = texts.slice(0, MAX_ELEMENTS).map(describeValue)
  return `[${[...shown, ...(texts.length > MAX_ELEMENTS ? ['…'] : [])].join(', ')}]`
}

/** Names what was thrown, which need not be an error. */
export function describeError(error: unknown): string {
  return describeValue(attempt(() => String(error), 'an error that cannot be read'))
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll(INVISIBLE, escapeCodeUnits)
}

function escapeCodeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
  }).join('')
}

function describeObject(value: object): string {
  if (isArray(value)) return 'an array'
  if (isRegExp(value)) return `the RegExp ${quote(String(value))}`
  if (value instanceof Promise) return 'a promise'
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return 'an object'
  const name: unknown = value.constructor.name
  return typeof name === 'string' && name !== 'Object' && /^[A-Z]\w{0,39}$/.test(name)
    ? `an object of class ${name}`
    : 'an object'
}
