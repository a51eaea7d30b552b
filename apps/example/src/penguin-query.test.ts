import { describe, expect, it } from 'vitest'
import { parsePenguinQuery } from './penguin-query.ts'

describe('parsePenguinQuery', () => {
  it.each([
    ['', {}, null],
    ['species=Adelie&island=Dream&sex=unknown', { species: 'Adelie', island: 'Dream', sex: 'unknown' }, null],
    ['aggregate=sex', {}, 'sex'],
    ['exchange=a1', {}, null],
  ])('reads "%s"', (search, filter, aggregate) => {
    expect(parsePenguinQuery(new URLSearchParams(search))).toEqual({ ok: true, query: { filter, aggregate } })
  })

  it.each([
    ['species=Emperor', '"species" is "Emperor": choose one of Adelie, Chinstrap, Gentoo'],
    ['species=', '"species" is "": choose one of Adelie, Chinstrap, Gentoo'],
    ['sex=FEMALE', '"sex" is "FEMALE": choose one of female, male, unknown'],
    ['island=Dream&island=Biscoe', '"island" is given 2 times: give it once'],
    ['aggregate=__proto__', '"aggregate" is "__proto__": choose one of species, island, sex'],
    ['specie=Adelie', 'There is no parameter "specie": choose one of species, island, sex, aggregate, exchange'],
  ])('refuses "%s" and says what to write', (search, error) => {
    expect(parsePenguinQuery(new URLSearchParams(search))).toEqual({ ok: false, error })
  })
})
