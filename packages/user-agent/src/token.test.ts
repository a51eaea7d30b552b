import { describe, expect, it } from 'vitest'
import { isToken } from './token.ts'

describe('isToken', () => {
  it('accepts exactly the characters of a token', () => {
    const accepted = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter(isToken)
    expect(accepted.join('')).toBe("!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~")
  })

  it.each(['', 'a b', 'a\n', '\na', 'GET,PUT'])('refuses %j', (value) => {
    expect(isToken(value)).toBe(false)
  })
})
