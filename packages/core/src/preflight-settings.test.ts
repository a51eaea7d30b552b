import { describe, expect, it } from 'vitest'
import { issuesOf, sentencesOf } from './config-issues.testing.ts'

describe('readMaxAge', () => {
  const SECONDS = 'a whole number of seconds from 0 to 86400'

  it.each([0, 1, 600, 86_400])('takes %d', (maxAge) => {
    expect(issuesOf({ maxAge })).toEqual([])
  })

  it.each<[unknown, string]>([
    [-1, `maxAge is -1: write ${SECONDS}, where 0 turns the caching of preflights off`],
    [-0, `maxAge is -0: write ${SECONDS}, where 0 turns the caching of preflights off`],
    [1.5, `maxAge is 1.5: write ${SECONDS}, where 0 turns the caching of preflights off`],
    [
      Number.NaN,
      `maxAge is NaN, as the number of a missing environment variable is: write ${SECONDS}, where 0 turns the caching of preflights off`,
    ],
    [86_401, `maxAge is 86401: write ${SECONDS}, which is the most that every browser honours`],
    [
      600_000,
      `maxAge is 600000: write ${SECONDS}, which is the most that every browser honours; 600000 milliseconds are 600 seconds`,
    ],
    [
      86_400_000,
      `maxAge is 86400000: write ${SECONDS}, which is the most that every browser honours; 86400000 milliseconds are 86400 seconds`,
    ],
    [600_500, `maxAge is 600500: write ${SECONDS}, which is the most that every browser honours`],
    [86_401_000, `maxAge is 86401000: write ${SECONDS}, which is the most that every browser honours`],
    [Number.POSITIVE_INFINITY, `maxAge is Infinity: write ${SECONDS}, which is the most that every browser honours`],
  ])('refuses %d, and says what it has to be', (maxAge, message) => {
    expect(sentencesOf({ maxAge })).toEqual([`max-age-out-of-range: ${message}`])
  })

  it.each(['0', '600', '86400'])('tells to take the quotes off %j', (maxAge) => {
    expect(sentencesOf({ maxAge })).toEqual([
      `value-of-wrong-type: maxAge is "${maxAge}": write the number ${maxAge}, without quotes`,
    ])
  })

  it.each(['', 'x', '600s', 's600', '-1', '1.5', '86401', '100000'])('asks for a number in place of %j', (maxAge) => {
    expect(sentencesOf({ maxAge })).toEqual([`value-of-wrong-type: maxAge is "${maxAge}": write ${SECONDS}`])
  })
})

describe('readPreflightStatus', () => {
  it.each([200, 204])('takes %d', (preflightStatus) => {
    expect(issuesOf({ preflightStatus })).toEqual([])
  })

  it.each<[unknown, string]>([
    [201, 'preflight-status-unsupported: preflightStatus is 201: write 204, or 200 for clients that know no other'],
    ['200', 'value-of-wrong-type: preflightStatus is "200": write the number 200, without quotes'],
    ['204', 'value-of-wrong-type: preflightStatus is "204": write the number 204, without quotes'],
    ['201', 'value-of-wrong-type: preflightStatus is "201": write 204 or 200'],
    [true, 'value-of-wrong-type: preflightStatus is true: write 204 or 200'],
  ])('refuses %j', (preflightStatus, sentence) => {
    expect(sentencesOf({ preflightStatus })).toEqual([sentence])
  })
})
