import { describe, expect, it } from 'vitest'
import { networkPartitionKey } from './network-partition-key.ts'
import { guessRegistrableDomain } from './registrable-domain.ts'

describe('networkPartitionKey', () => {
  it('is the site in the address bar', () => {
    const topLevelOrigin = 'https://a.top.example:8443'
    expect(networkPartitionKey({ topLevelOrigin }, guessRegistrableDomain)).toBe('https://top.example')
  })
})
