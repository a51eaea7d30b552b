import { describe, expect, it } from 'vitest'
import { toPlainText } from './plain-text.ts'

describe('toPlainText', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['one\r\ntwo\rthree\n', 'one\ntwo\nthree\n'],
    ['a\tb\u0000c\u0008\u007f\u009b', 'a bc'],
    ['déjà ✓ 😀', 'déjà ✓ 😀'],
  ])('makes %j %j', (text, plain) => {
    expect(toPlainText(text)).toBe(plain)
  })

  it('leaves no control but line feeds, and every other character as it is', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code)
      const plain = toPlainText(`a${character}b`)
      if (/\p{Cc}/u.test(character)) expect(plain.replace(/[\n ]/, '')).toMatch(/^a?b$/)
      else expect(plain).toBe(`a${character}b`)
    }
  })
})
