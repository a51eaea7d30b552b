import { describe, expect, it } from 'vitest'
import { errorMessage } from './error-message.ts'

describe('errorMessage', () => {
  it('is that of an error', () => {
    expect(errorMessage(new TypeError('no disk'), 'nothing')).toBe('no disk')
  })

  it.each([undefined, null, 'no disk', {}])('is the other text for %j', (thrown) => {
    expect(errorMessage(thrown, 'nothing')).toBe('nothing')
  })
})
