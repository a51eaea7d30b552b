import { describe, expect, it } from 'vitest'
import { issuesOf, sentencesOf } from './config-issues.testing.ts'

/** A list with places that hold nothing. */
function listWithGaps(...indices: readonly number[]): readonly string[] {
  const list = Array.from({ length: Math.max(...indices) + 2 }, () => 'x-a')
  for (const index of indices) Reflect.deleteProperty(list, index)
  return list
}

describe('readList', () => {
  it.each<[string, unknown, string]>([
    [
      'no list',
      7,
      'value-of-wrong-type: allowHeaders is 7: write "*" or an array such as ["content-type", "authorization"]',
    ],
    ['a text', 'x-a', 'list-expected: allowHeaders is the text "x-a": write an array, ["x-a"]'],
    [
      'a text with space around it',
      ' x-a ',
      'list-expected: allowHeaders is the text " x-a ": write an array, ["x-a"]',
    ],
    ['a text with a comma too many', 'x-a,', 'list-expected: allowHeaders is the text "x-a,": write an array, ["x-a"]'],
    [
      'the wildcard with space around it',
      ' * ',
      'list-expected: allowHeaders is the text " * ": write an array, ["*"]',
    ],
    [
      'a text that holds several',
      'x-a, x-b',
      'list-expected: allowHeaders is the text "x-a, x-b": write an array, ["x-a", "x-b"]',
    ],
    [
      'a blank text',
      ' ',
      'list-expected: allowHeaders is the text " ": write "*" or an array such as ["content-type", "authorization"]',
    ],
    [
      'an object with a length',
      { length: 1, 0: 'x-a' },
      'value-of-wrong-type: allowHeaders is an object: write "*" or an array such as ["content-type", "authorization"]',
    ],
    [
      'too long a list',
      Object.assign([], { length: 10_000_001 }),
      'list-too-long: allowHeaders has 10000001 entries: write at most 10000000',
    ],
    [
      'one empty place',
      listWithGaps(1),
      'value-undefined: allowHeaders[1] is left empty: take out the comma that has nothing before it',
    ],
    [
      'an empty place at the beginning',
      listWithGaps(0),
      'value-undefined: allowHeaders[0] is left empty: take out the comma that has nothing before it',
    ],
    [
      'two empty places',
      listWithGaps(2, 4),
      'value-undefined: allowHeaders[2] is left empty, and 1 more in this list are, too: take out the comma that has nothing before it',
    ],
    [
      'three empty places',
      listWithGaps(0, 1, 3),
      'value-undefined: allowHeaders[0] is left empty, and 2 more in this list are, too: take out the comma that has nothing before it',
    ],
    [
      'an entry that cannot be read',
      Object.defineProperty(['x-a', 'x-b'], 1, {
        get() {
          throw new Error('no')
        },
      }),
      'value-unreadable: allowHeaders[1] cannot be read, its getter threw "Error: no": write a name, as in ["content-type", "authorization"]',
    ],
    [
      'a place that cannot be asked about',
      new Proxy(['x-a'], {
        getOwnPropertyDescriptor() {
          throw new Error('no')
        },
      }),
      'value-unreadable: allowHeaders[0] cannot be read, its getter threw "Error: no": write a name, as in ["content-type", "authorization"]',
    ],
  ])('says of %s what to write instead', (_, allowHeaders, sentence) => {
    expect(sentencesOf({ allowHeaders })).toEqual([sentence])
  })

  it('suggests the wildcard where a text holds nothing else', () => {
    expect(issuesOf({ allowHeaders: ' *\n' })).toMatchObject([{ path: 'allowHeaders', value: ' *\n', suggestion: '*' }])
    expect(issuesOf({ allowHeaders: 'x-a' })[0]).not.toHaveProperty('suggestion')
  })

  it.each([-1, 0.5, Number.NaN, '1'])('takes no list whose length is %j', (length) => {
    const allowHeaders = new Proxy(['x-a'], {
      get: (target, key): unknown => (key === 'length' ? length : Reflect.get(target, key)),
    })
    expect(sentencesOf({ allowHeaders })).toEqual([
      'value-of-wrong-type: allowHeaders is an array: write "*" or an array such as ["content-type", "authorization"]',
    ])
  })

  it('takes ten million entries', () => {
    expect(sentencesOf({ allowHeaders: Object.assign([], { length: 10_000_000 }) })).toEqual([
      'value-undefined: allowHeaders[0] is left empty, and 9999999 more in this list are, too: take out the comma that has nothing before it',
    ])
  })
})
