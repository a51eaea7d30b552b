import { describe, expect, it } from 'vitest'
import { formatCases } from './format-cases.ts'

describe('formatCases', () => {
  it('lists cases in columns', () => {
    const rest = { spec: [], policy: {}, steps: [] }
    expect(
      formatCases([
        { id: 'routes/one', requirement: 'It is one.', kind: 'must', ...rest },
        { id: 'routes/other', requirement: 'It is other.', kind: 'observe', ...rest },
      ]),
    ).toBe('must     routes/one    It is one.\nobserve  routes/other  It is other.\n')
    expect(formatCases([])).toBe('')
  })
})
