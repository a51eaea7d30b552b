import { describe, expect, it } from 'vitest'
import { accessControlHeaders } from './access-control-headers.ts'

describe('accessControlHeaders', () => {
  it('are the six of the standard and that of the withdrawn proposal, for everybody alike', () => {
    expect(accessControlHeaders).toEqual([
      'access-control-allow-origin',
      'access-control-allow-credentials',
      'access-control-allow-methods',
      'access-control-allow-headers',
      'access-control-expose-headers',
      'access-control-max-age',
      'access-control-allow-private-network',
    ])
    expect(Object.isFrozen(accessControlHeaders)).toBe(true)
  })
})
