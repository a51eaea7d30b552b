import { describe, expect, it } from 'vitest'
import { fillIn, urlOfHop } from './fill-in.ts'
import { createTrial } from './fixtures/create-trial.ts'
import { place } from './fixtures/place.ts'

const trial = createTrial()

describe('fillIn', () => {
  it.each([
    ['{origin}/', 'http://127.0.0.1:1001/'],
    ['{ORIGIN}', 'HTTP://127.0.0.1:1001'],
    ['{api}, {partner}', 'http://127.0.0.1:1003, http://partner.localhost:1005'],
    ['{hop:0}#a', 'http://127.0.0.1:1003/trial/t1/0#a'],
    ['{userinfo:0}', 'http://user:password@127.0.0.1:1003/trial/t1/0'],
    ['a=1; Path={path}', 'a=1; Path=/trial/t1/'],
  ])('replaces the placeholders of %j', (text, expected) => {
    expect(fillIn(text, trial, place)).toBe(expected)
  })

  it('writes null for the origin of a sandboxed page', () => {
    expect(fillIn('{origin}', createTrial({ page: 'sandbox' }), place)).toBe('null')
  })

  it.each(['{}', '{nothing}', '{hop}', '{nothing:0}', '{ origin }', '{"a":1}'])('leaves %s alone', (text) => {
    expect(fillIn(text, trial, place)).toBe(text)
  })
})

describe('urlOfHop', () => {
  it('gives every hop a URL of its own on its server', () => {
    const [hop] = trial.hops
    const chain = createTrial({
      hops: [
        { ...hop, server: 'cdn' },
        { ...hop, server: 'app' },
      ] as never,
    })
    expect([0, 1].map((index) => urlOfHop(index, chain, place))).toEqual([
      'http://127.0.0.1:1004/trial/t1/0',
      'http://127.0.0.1:1001/trial/t1/1',
    ])
  })
})
