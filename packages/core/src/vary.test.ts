import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeVary } from './vary.ts'

describe('mergeVary', () => {
  it.each([
    [null, ['Origin'], 'Origin'],
    ['', ['Origin'], 'Origin'],
    [null, ['Origin', 'X-Tenant'], 'Origin, X-Tenant'],
    ['Accept-Encoding', ['Origin'], 'Accept-Encoding, Origin'],
    ['origin', ['Origin'], 'origin'],
    ['Accept, ORIGIN , accept', ['Origin'], 'Accept, ORIGIN'],
    ['*', ['Origin'], '*'],
    ['Accept, *', ['Origin'], '*'],
    [',, Accept,', ['Origin'], 'Accept, Origin'],
  ])('adds to %j the names %j and gives %j', (current, names, merged) => {
    expect(mergeVary(current, names)).toBe(merged)
  })

  it('has every member once, whatever it is given, and is idempotent', () => {
    const members = fc.array(fc.constantFrom('Origin', 'origin', 'Accept', 'ACCEPT', 'X-A', '', '*'))
    const names = fc.uniqueArray(fc.constantFrom('Origin', 'Access-Control-Request-Method', 'X-A', 'X-B'))
    fc.assert(
      fc.property(fc.option(members), names, (current, added) => {
        const merged = mergeVary(current?.join(',') ?? null, added)
        const lowerCase = merged.split(', ').map((name) => name.toLowerCase())
        expect(new Set(lowerCase).size).toBe(lowerCase.length)
        expect(mergeVary(merged, added)).toBe(merged)
      }),
    )
  })
})
