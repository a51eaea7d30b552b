import { Ajv2020, type ErrorObject, type SchemaObject } from 'ajv/dist/2020.js'

/** What came of reading something from outside: the value, or everything that is wrong with it. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: readonly string[] }

/** Makes a function that reads what a JSON Schema describes, and names everything that is wrong at once. */
export function createSchemaParser<Value>(schema: SchemaObject): (input: unknown) => Parsed<Value> {
  const validate = new Ajv2020({ allErrors: true }).compile<Value>(schema)
  return (input) => {
    if (validate(input)) return { ok: true, value: input }
    return { ok: false, issues: [...new Set((validate.errors ?? []).flatMap((error) => describeError(error)))] }
  }
}

function describeError({ instancePath, keyword, message, params, propertyName }: ErrorObject): readonly string[] {
  const place = instancePath === '' ? '' : `${describePointer(instancePath)}: `
  switch (keyword) {
    case 'additionalProperties':
      return [`${place}${quote(params.additionalProperty)} is not known`]
    case 'propertyNames':
      return [`${place}${quote(params.propertyName)} is not known`]
    case 'required':
      return [`${place}${quote(params.missingProperty)} is missing`]
    case 'enum':
      // What is wrong with the name of a property, `propertyNames` says.
      return propertyName === undefined ? [`${place}must be one of ${quote(params.allowedValues)}`] : []
    default:
      return [`${place}${message ?? 'is not as it should be'}`]
  }
}

/** Writes a JSON Pointer as it would stand in code. */
function describePointer(pointer: string): string {
  const names = pointer.slice(1).split('/')
  return names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')).join('.')
}

function quote(value: unknown): string {
  return JSON.stringify(value)
}
