import { describe, expect, it } from 'vitest'
import { endTest } from './end-test.ts'
import type { TestEnding } from './test-ending.ts'

/** Ends a test, and tells what was said. */
function end(ending: TestEnding): readonly string[] {
  const said: string[] = []
  const say = (what: string) => (text: string) => {
    said.push(`${what}: ${text}`)
  }
  endTest(ending, { skip: say('skip'), note: say('note'), warn: say('warn') })
  return said
}

describe('endTest', () => {
  it('says nothing of what passes', () => {
    expect(end({ kind: 'pass' })).toEqual([])
  })

  it.each(['skip', 'note', 'warn'] as const)('says what to %s', (kind) => {
    expect(end({ kind, text: 'so' })).toEqual([`${kind}: so`])
  })

  it('fails with the text alone, not with where we are', () => {
    expect(() => end({ kind: 'fail', text: 'one\n  two' })).toThrow(
      expect.objectContaining({
        name: 'ConformanceError',
        message: 'one\n  two',
        stack: 'ConformanceError: one\n  two',
      }),
    )
  })
})
