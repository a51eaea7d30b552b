import { describe, expect, it } from 'vitest'
import { createSchemaParser } from './schema-parser.ts'

const parse = createSchemaParser<{ readonly name: string }>({
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1 },
    kind: { enum: ['must', 'should'] },
    lacks: { type: 'object', propertyNames: { enum: ['routes'] }, additionalProperties: { type: 'string' } },
  },
})

describe('createSchemaParser', () => {
  it('gives back what is right', () => {
    expect(parse({ name: 'one', kind: 'must' })).toEqual({ ok: true, value: { name: 'one', kind: 'must' } })
  })

  it.each([
    [{}, ['"name" is missing']],
    [null, ['must be object']],
    [{ name: 'one', nmae: 'two' }, ['"nmae" is not known']],
    [
      { name: 'one', lacks: { route: 'so', routes: 5 } },
      ['lacks: "route" is not known', 'lacks.routes: must be string'],
    ],
    [
      { name: '', kind: 'can' },
      ['name: must NOT have fewer than 1 characters', 'kind: must be one of ["must","should"]'],
    ],
  ])('names everything that is wrong: %j', (input, issues) => {
    expect(parse(input)).toEqual({ ok: false, issues })
  })
})
