import { describe, expect, it } from 'vitest'
import { advisoryAddress } from './advisory-address.ts'

describe('advisoryAddress', () => {
  it.each([
    ['CVE-2017-7674', 'https://www.cve.org/CVERecord?id=CVE-2017-7674'],
    ['GHSA-vhxv-fg4m-p2w8', 'https://github.com/advisories/GHSA-vhxv-fg4m-p2w8'],
    ['Kludex/starlette#800', 'https://github.com/Kludex/starlette/issues/800'],
    ['Play 2017-10-05', 'https://www.playframework.com/security/vulnerability/20171005-CorsVaryHeader'],
  ])('finds %s at %s', (id, address) => {
    expect(advisoryAddress(id)).toBe(address)
  })

  it.each(['CVE-17-1', 'GHSA-vhxv', 'constructor', ''])('knows nothing of %j', (id) => {
    expect(() => advisoryAddress(id)).toThrow('no address is known')
  })
})
