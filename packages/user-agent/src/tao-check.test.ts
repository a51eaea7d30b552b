import { describe, expect, it } from 'vitest'
import { fetchRequest } from './fixtures/fetch-request.ts'
import { taoCheck } from './tao-check.ts'

const cors = fetchRequest({ responseTainting: 'cors' })
const own = new URL('https://app.example/')

describe('taoCheck', () => {
  it.each(['*', 'https://b.example, *', 'https://b.example,https://app.example'])('passes for %j', (value) => {
    expect(taoCheck(cors, [['Timing-Allow-Origin', value]])).toBe(true)
  })

  it.each(['', 'https://APP.example', '"*"', 'https://b.example https://app.example'])('fails for %j', (value) => {
    expect(taoCheck(cors, [['Timing-Allow-Origin', value]])).toBe(false)
  })

  it('passes without the header on the own origin only', () => {
    expect(taoCheck(fetchRequest({ url: own }), [])).toBe(true)
    expect(taoCheck(cors, [])).toBe(false)
  })

  it('fails for a navigation to another origin', () => {
    expect(taoCheck(fetchRequest({ mode: 'navigate' }), [])).toBe(false)
    expect(taoCheck(fetchRequest({ mode: 'navigate', url: own }), [])).toBe(true)
  })

  it('fails for good once it has failed', () => {
    expect(taoCheck({ ...cors, timingAllowFailed: true }, [['Timing-Allow-Origin', '*']])).toBe(false)
  })

  it('compares with the origin that redirects have tainted', () => {
    const tainted = { ...cors, redirectedFrom: [new URL('https://b.example/')] }
    expect(taoCheck(tainted, [['Timing-Allow-Origin', 'https://app.example']])).toBe(false)
    expect(taoCheck(tainted, [['Timing-Allow-Origin', 'null']])).toBe(true)
  })
})
