import { describe, expect, it } from 'vitest'
import { fillHeaders } from './page-headers.ts'

describe('fillHeaders', () => {
  it('normalizes values and keeps the first spelling of a name', () => {
    expect(
      fillHeaders(
        [
          ['X-A', '\r\n 1 2\t'],
          ['x-a', '\u00E9'],
        ],
        'cors',
      ),
    ).toEqual({
      passed: true,
      headers: [
        ['X-A', '1 2'],
        ['X-A', '\u00E9'],
      ],
      dropped: [],
    })
  })

  it('leaves out what only a browser may set', () => {
    expect(
      fillHeaders(
        [
          ['Origin', 'x'],
          ['X-A', '1'],
          ['x-http-method', 'TRACE'],
        ],
        'same-origin',
      ),
    ).toEqual({
      passed: true,
      headers: [['X-A', '1']],
      dropped: ['Origin', 'x-http-method'],
    })
  })

  it('leaves out all but the safelisted ones in the mode no-cors, judging fields of one name together', () => {
    const accept = ['Accept', 'a'.repeat(100)] as const
    const pageHeaders = [accept, ['accept', 'b'.repeat(27)], ['X-A', '1'], ['Range', 'bytes=0-']] as const
    expect(fillHeaders(pageHeaders, 'no-cors')).toEqual({
      passed: true,
      headers: [accept],
      dropped: ['accept', 'X-A', 'Range'],
    })
    expect(fillHeaders([accept, ['accept', 'b'.repeat(26)]], 'no-cors')).toMatchObject({ dropped: [] })
  })

  it.each(['', 'x a', 'x:', '\u00E9'])('refuses %j as a name', (name) => {
    expect(fillHeaders([[name, '1']], 'cors')).toMatchObject({ passed: false, reason: 'header-name-invalid' })
  })

  it.each(['a\0b', 'a\rb', 'a\nb', '\u0100', '\u{1F98A}'])('refuses %j as a value', (value) => {
    expect(fillHeaders([['x-a', value]], 'cors')).toMatchObject({ passed: false, reason: 'header-value-invalid' })
  })
})
