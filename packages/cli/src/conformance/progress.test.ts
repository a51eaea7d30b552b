import type { CaseResult } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { createProgress } from './progress.ts'

const result: CaseResult = {
  id: 'http-caches/varies',
  requirement: 'It varies.',
  kind: 'must',
  spec: [],
  policy: {},
  verdict: 'fail',
  misses: [],
  exchanges: [],
  duration: 1,
}

/** Shows a result on a terminal of that width, or elsewhere, and tells what was written. */
function show(columns: number, isTTY: boolean): string {
  let written = ''
  const write = (text: string) => {
    written += text
    return true
  }
  const progress = createProgress({ columns, isTTY, write })
  progress.show(result, { done: 3, total: 500 })
  progress.clear()
  return written
}

describe('createProgress', () => {
  it('shows in one line how far it is, and takes the line away', () => {
    expect(show(80, true)).toBe('\r\u001b[K3 of 500  ✕ http-caches/varies\r\u001b[K')
  })

  it('cuts the line off where the terminal would break it', () => {
    expect(show(20, true)).toBe('\r\u001b[K3 of 500  ✕ http-ca\r\u001b[K')
  })

  it('shows a line of usual length where the terminal does not know its width', () => {
    expect(show(0, true)).toContain('http-caches/varies')
  })

  it('shows nothing where there is no terminal', () => {
    expect(show(80, false)).toBe('')
  })
})
