import { describe, expect, it } from 'vitest'
import { navigationTaoCheck, navigationTimingAllowValues } from './navigation-tao-check.ts'

const origin = 'https://app.example'

describe('navigationTimingAllowValues', () => {
  it('lists what one redirect allows', () => {
    expect(
      navigationTimingAllowValues([
        ['Timing-Allow-Origin', 'https://a.example, *'],
        ['timing-allow-origin', origin],
      ]),
    ).toEqual(['https://a.example', '*', origin])
  })

  it('is empty for one that says nothing', () => {
    expect(navigationTimingAllowValues([])).toEqual([])
  })
})

describe('navigationTaoCheck', () => {
  it.each([[[]], [[['*']]], [[[origin], ['https://a.example', '*']]]])('passes for %j', (allowValues) => {
    expect(navigationTaoCheck(allowValues, origin)).toBe(true)
  })

  it.each([[[[]]], [[['*'], []]], [[['https://a.example']]], [[['HTTPS://app.example']]]])(
    'fails for %j',
    (allowValues) => {
      expect(navigationTaoCheck(allowValues, origin)).toBe(false)
    },
  )
})
