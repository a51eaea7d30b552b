import { describe, expect, it } from 'vitest'
import { pack, unpack } from './packing.ts'

const long = 'a text that is long enough to be worth it'

describe('pack and unpack', () => {
  it.each([
    [null],
    [0],
    [''],
    [long],
    [[]],
    [{}],
    [[long, long]],
    [[[long, [long]], { a: long, b: [long, [long]] }, [long, [long]]]],
    [{ a: { b: { c: long } }, d: { b: { c: long } }, e: { c: long } }],
    [JSON.parse('{"__proto__":{"text":"a text that is long enough"},"a":{"text":"a text that is long enough"}}')],
    [['$', '{"$":0}', long, { text: '{"$":0} and some more' }]],
  ])('keep %j', (value) => {
    const packed = pack(value)
    expect(unpack(JSON.parse(JSON.stringify(packed)))).toEqual(value)
  })

  it('write once what is there twice', () => {
    const exchange = { page: { origin: 'https://a.example' }, text: long }
    const { shared, value } = pack([exchange, { ...exchange }, [exchange.page]])
    expect(shared).toEqual([{ origin: 'https://a.example' }, { page: { $: 0 }, text: long }])
    expect(value).toEqual([{ $: 1 }, { $: 1 }, [{ $: 0 }]])
  })

  it.each([[null], [0], [{}], [{ value: 1, shared: 2 }]])('restore nothing that was not packed: %j', (value) => {
    expect(() => unpack(value)).toThrow(TypeError)
  })
})
