import type { Exchange } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import { createResult } from './case-result.testing.ts'
import { formatResult } from './format-result.ts'

const exchange: Exchange = {
  page: { origin: 'https://a.example' },
  request: {
    method: 'GET',
    url: 'http://127.0.0.1:1/data',
    headers: [],
    credentials: 'omit',
    mode: 'cors',
    redirect: 'follow',
  },
  messages: [
    {
      purpose: 'actual',
      request: { method: 'GET', url: 'http://127.0.0.1:1/data', headers: [['Origin', 'https://a.example']] },
      response: { status: 200, headers: [['vary', 'x'.repeat(200)]] },
    },
  ],
  outcome: 'blocked',
  reason: 'origin-missing',
  exposedHeaders: [],
  steps: [
    {
      algorithm: 'CORS check',
      anchor: 'https://fetch.spec.whatwg.org/#concept-cors-check',
      verdict: 'fail',
      text: 'No.',
    },
  ],
}

const failed = createResult({
  id: 'part/failed',
  requirement: 'It fails.',
  kind: 'must',
  policy: { maxAge: 5 },
  spec: ['https://fetch.spec.whatwg.org/#concept-cors-check'],
  verdict: 'fail',
  misses: [{ step: 1, subject: 'outcome', expected: 'readable', actual: 'blocked (origin-missing)' }],
  exchanges: [exchange, exchange],
})

describe('formatResult', () => {
  it('shows the misses, the exchange of each step that has one, and where to read on', () => {
    expect(formatResult(failed).split('\n')).toEqual([
      'part/failed (must): It fails.',
      '  policy {"maxAge":5}',
      '  step 2: outcome: expected readable, got blocked (origin-missing)',
      '  step 2 on the wire:',
      '    > GET http://127.0.0.1:1/data',
      '        Origin: https://a.example',
      '    < 200',
      `        vary: ${'x'.repeat(120)}… (200 characters)`,
      '    a page on https://a.example finds it blocked (origin-missing): No.',
      expect.stringMatching(/^ {2}to mend: /),
      expect.stringMatching(/^ {2}to mend: Send with .*Access-Control-Allow-Origin: https:\/\/a\.example, Vary: x+… /),
      '  see https://fetch.spec.whatwg.org/#concept-cors-check',
    ])
  })

  it('says why where there are no misses', () => {
    expect(
      formatResult({ ...failed, verdict: 'subject-error', why: 'it did not start', misses: [], exchanges: [] }),
    ).toBe(
      [
        'part/failed (must): It fails.',
        '  policy {"maxAge":5}',
        '  subject-error: it did not start',
        '  see https://fetch.spec.whatwg.org/#concept-cors-check',
      ].join('\n'),
    )
  })

  it('shows of a long policy its beginning, for readers and for frameworks that look for stack frames in each line', () => {
    const allowOrigins = Array.from({ length: 100 }, (_, index) => `https://app-${index}.example`)
    const [, policy = ''] = formatResult({ ...failed, policy: { allowOrigins } }).split('\n')
    expect(policy).toMatch(/^ {2}policy \{"allowOrigins":\["https:\/\/app-0\.example",.*… \(\d{4} characters\)$/)
    expect(policy.length).toBeLessThan(350)
  })

  it('shows a request by hand without a page, and one without a response', () => {
    const [message] = exchange.messages
    const unanswered = message === undefined ? [] : [{ ...message, response: null, error: 'connection reset' }]
    const text = formatResult({
      ...failed,
      misses: [{ step: 0, subject: 'status', expected: '200', actual: '500' }],
      exchanges: [{ ...exchange, messages: unanswered, steps: [] }],
    })
    expect(text).toContain('    < no response: connection reset\n  see ')
    expect(text).not.toContain('a page on')
  })
})
