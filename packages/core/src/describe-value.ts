const MAX_LENGTH = 120

/**
 * Names a value in an error message: texts and numbers as they would be written in code, other things by what they are.
 * Control characters come out escaped, and a long text is cut.
 */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value)
    case 'object':
      return value === null ? 'null' : describeObject(value)
    case 'function':
      return 'a function'
    case 'symbol':
      return 'a symbol'
    case 'bigint':
    case 'boolean':
    case 'number':
    case 'undefined':
      return String(value)
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return 'an array'
  if (value instanceof RegExp) return 'a RegExp'
  if (value instanceof Promise) return 'a promise'
  return 'an object'
}
