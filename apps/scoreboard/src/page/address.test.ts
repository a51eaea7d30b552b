import { describe, expect, it } from 'vitest'
import { sampleReport } from '../sample-report.testing.ts'
import { defaultView, formatAddress, parseAddress, type View } from './address.ts'
import { indexReport } from './report-index.ts'

const index = indexReport(sampleReport)

describe('formatAddress and parseAddress', () => {
  it.each<[string, Partial<View>]>([
    ['#', {}],
    ['#?kind=all', { kind: 'all' }],
    ['#?only=ours,peer', { only: ['ours', 'peer'] }],
    ['#?only=', { only: [] }],
    ['#peer', { opened: { subject: 'peer', suite: null, case: null } }],
    ['#timing', { opened: { subject: null, suite: 'timing', case: null } }],
    ['#peer/cors-check', { opened: { subject: 'peer', suite: 'cors-check', case: null } }],
    [
      '#peer/cors-check/readable?only=ours,peer',
      { only: ['ours', 'peer'], opened: { subject: 'peer', suite: 'cors-check', case: 'cors-check/readable' } },
    ],
    [
      '#peer/cors-check/neat?kind=should',
      { kind: 'should', opened: { subject: 'peer', suite: 'cors-check', case: 'cors-check/neat' } },
    ],
  ])('are the two sides of %s', (address, rest) => {
    const view = { ...defaultView, ...rest }
    expect(formatAddress(view)).toBe(address)
    expect(parseAddress(address, index)).toEqual({ view, unknown: [] })
  })

  it.each([
    ['', '#'],
    ['#?kind=must', '#'],
    ['#%70eer%3Fkind=all', '#peer?kind=all'],
    ['#?only=peer,ours', '#?only=ours,peer'],
    ['#?only=gone,broken,old,peer,ours', '#'],
  ])('take %j for %s', (hash, address) => {
    const { unknown, view } = parseAddress(hash, index)
    expect(formatAddress(view)).toBe(address)
    expect(unknown).toEqual([])
  })

  it.each([
    ['#peer/cors-check/neat', '#peer/cors-check/neat?kind=all'],
    ['#peer/lists?kind=must', '#peer/lists?kind=all'],
    ['#lists', '#lists?kind=all'],
    ['#peer?only=ours', '#peer?only=ours,peer'],
  ])('show what an address opens, whatever its filters would hide: %s', (hash, address) => {
    expect(formatAddress(parseAddress(hash, index).view)).toBe(address)
  })

  it.each([
    ['#nobody', '#', ['nobody']],
    ['#peer/nothing', '#peer', ['peer/nothing']],
    ['#peer/cors-check/nothing', '#peer/cors-check', ['peer/cors-check/nothing']],
    ['#cors-check/readable', '#cors-check', ['cors-check/readable']],
    ['#?kind=none', '#', ['none']],
    ['#?only=nobody', '#', ['nobody']],
    ['#?only=nobody,peer', '#?only=peer', ['nobody']],
    ['#%', '#', ['%']],
  ])('say what is not there in %s', (hash, address, missing) => {
    const { unknown, view } = parseAddress(hash, index)
    expect(formatAddress(view)).toBe(address)
    expect(unknown).toEqual(missing)
  })

  it('have no part that could be taken for an implementation', () => {
    expect([...index.suites.keys()].filter((id) => index.subjects.has(id))).toEqual([])
  })
})
