import { describe, expect, it } from 'vitest'
import { createResult } from './case-result.testing.ts'
import { blockedExchange } from './sample-report.testing.ts'
import { suggestMending } from './suggest-mending.ts'

function suggest(subject: string, expected: string, actual = 'so', exchange = blockedExchange): readonly string[] {
  const misses = [{ step: 0, subject, expected, actual }]
  return suggestMending(createResult({ verdict: 'fail', misses, exchanges: [exchange] }))
}

describe('suggestMending', () => {
  it('says what to send so that a page can read what it should', () => {
    expect(suggest('outcome', 'readable').join('\n')).toContain(
      'Send with the response to GET /data: Access-Control-Allow-Origin: https://b.example',
    )
  })

  it('says what not to send where a page reads what it should not', () => {
    expect(suggest('outcome', 'blocked')).toEqual([
      'Do not share this response with https://b.example: leave out Access-Control-Allow-Origin.',
    ])
    const request = { ...blockedExchange.request, credentials: 'include' } as const
    expect(suggest('outcome', 'blocked', 'readable', { ...blockedExchange, request })[0]).toContain(
      'or Access-Control-Allow-Credentials.',
    )
    expect(suggest('outcome', 'preflight-refused')[0]).toContain('Do not let this preflight pass')
  })

  it.each([
    ['header vary', 'with origin', 'Name origin in Vary'],
    ['header vary', 'with origin, because the steps differ in x', 'Name origin in Vary, on every response'],
    ['preflight response: header vary', 'without origin', 'Leave origin out of Vary'],
    ['exposed headers', 'with x-total', 'Name x-total in Access-Control-Expose-Headers.'],
    ['exposed headers', 'without x-total', 'Take x-total out of Access-Control-Expose-Headers.'],
    ['response: access-control-* headers', 'none', 'Leave out so.'],
    ['handled by the application', 'no', 'CORS goes before the routes.'],
    ['preflight response: handled by the application', 'yes', 'Leave this request to the application.'],
  ])('says what to do about %s: expected %s', (subject, expected, text) => {
    expect(suggest(subject, expected).join('\n')).toContain(text)
  })

  it('says nothing where the miss says it all, and everything once', () => {
    expect(suggest('status', '200')).toEqual([])
    const miss = { step: 0, subject: 'header vary', expected: 'with origin', actual: 'absent' }
    expect(suggestMending(createResult({ misses: [miss, { ...miss, step: 1 }] }))).toHaveLength(1)
  })
})
