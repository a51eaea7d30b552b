import { describe, expect, it } from 'vitest'
import { wantsColour } from './colour.ts'

describe('wantsColour', () => {
  it.each([
    ['on a terminal', true, {}, true],
    ['not in a pipe', false, {}, false],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, false],
    ['not with NO_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['with FORCE_COLOR in a pipe', false, { FORCE_COLOR: '1' }, true],
    ['not with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['not in a pipe of CI', false, { CI: 'true' }, false],
  ])('wants colour %s', (_, isTerminal, environment, wanted) => {
    expect(wantsColour({ isAllowed: true, isTerminal, environment })).toBe(wanted)
  })

  it('does as --no-color says', () => {
    expect(wantsColour({ isAllowed: false, isTerminal: true, environment: { FORCE_COLOR: '1' } })).toBe(false)
  })
})
