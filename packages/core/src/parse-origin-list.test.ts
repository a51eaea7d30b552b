import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOriginList } from './parse-origin-list.ts'
import { parsePolicy } from './parse-policy.ts'

describe('parseOriginList', () => {
  it.each([
    ['https://a.example', ['https://a.example']],
    ['https://a.example,https://b.example', ['https://a.example', 'https://b.example']],
    [' https://a.example ,\n\thttps://b.example, ', ['https://a.example', 'https://b.example']],
    ['https://a.example https://b.example', ['https://a.example', 'https://b.example']],
    ['https://a.example,https://a.example', ['https://a.example']],
    ['*', ['*']],
    ['not an origin', ['not', 'an', 'origin']],
  ])('splits %j', (text, origins) => {
    expect(parseOriginList(text)).toEqual(origins)
  })

  it.each([undefined, '', ' ', ',', ' ,\n, '])(
    'makes of %j a list that is refused, and the reason names it',
    (text) => {
      const result = parsePolicy({ allowOrigins: parseOriginList(text) })
      const issues = result.ok ? [] : result.issues
      expect(issues).toMatchObject([{ code: 'origins-missing', path: 'allowOrigins' }])
      expect(issues[0]?.message).toMatch(/parseOriginList.*missing or blank/)
    },
  )

  it.each([null, 7, ['https://a.example'], { toString: () => '*' }])(
    'makes of %j, which is no text, nothing',
    (value) => {
      expect(Reflect.apply(parseOriginList, undefined, [value])).toEqual([])
    },
  )

  it('allows every origin only where the text names the asterisk', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', ',', ' ', 'a', '\n', '.') }), (text) => {
        const result = parsePolicy({ allowOrigins: parseOriginList(text) })
        const isNamed = text.split(/[\s,]/).includes('*')
        expect(result.ok && result.policy.config.allowOrigins === '*' && !isNamed).toBe(false)
      }),
    )
  })

  it('gives back the origins that were joined', () => {
    const origin = fc.webAuthority().map((authority) => `https://${authority.toLowerCase()}`)
    const separator = fc.constantFrom(',', ', ', ' ', '\n', ' , ')
    fc.assert(
      fc.property(fc.uniqueArray(origin.filter((text) => !/[\s,]/.test(text))), separator, (origins, between) => {
        expect(parseOriginList(origins.join(between))).toEqual(origins)
      }),
    )
  })
})
