import { describe, expect, it } from 'vitest'
import { isListField, membersOf } from './list-fields.ts'

describe('isListField', () => {
  it.each(['access-control-allow-methods', 'access-control-expose-headers', 'timing-allow-origin', 'vary'])(
    'knows that %s takes a list',
    (name) => {
      expect(isListField(name)).toBe(true)
    },
  )

  it.each(['access-control-allow-origin', 'access-control-allow-credentials', 'access-control-max-age', 'etag'])(
    'knows that %s takes one value',
    (name) => {
      expect(isListField(name)).toBe(false)
    },
  )
})

describe('membersOf', () => {
  it('takes the lines of a field together, and leaves empty members out', () => {
    expect(membersOf('access-control-allow-methods', ['PUT, ,PATCH', '', 'DELETE'])).toEqual(['PUT', 'PATCH', 'DELETE'])
  })

  it('keeps the case of methods and origins, and no other', () => {
    expect(membersOf('access-control-allow-methods', ['Put'])).toEqual(['Put'])
    expect(membersOf('access-control-allow-headers', ['X-Token'])).toEqual(['x-token'])
  })
})
