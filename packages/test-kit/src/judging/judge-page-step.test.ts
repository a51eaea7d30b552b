import type { Exchange, ExchangeMessage } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import type { PageExpectation } from '../cases/conformance-case.ts'
import { judgePageStep } from './judge-page-step.ts'
import type { StepObservation } from './step-observation.ts'

function message(purpose: ExchangeMessage['purpose'], status: number): ExchangeMessage {
  return {
    purpose,
    request: { method: purpose === 'preflight' ? 'OPTIONS' : 'PUT', url: 'http://127.0.0.1/data', headers: [] },
    response: { status, headers: [['ETag', '"exam"']] },
  }
}

function observe(rest: Partial<Exchange> = {}, handled: StepObservation['handled'] = []): StepObservation {
  return {
    handled,
    exchange: {
      page: { origin: 'https://a.example' },
      request: {
        method: 'PUT',
        url: 'http://127.0.0.1/data',
        headers: [],
        credentials: 'omit',
        mode: 'cors',
        redirect: 'follow',
      },
      messages: [message('preflight', 204), message('actual', 200)],
      outcome: 'readable',
      reason: null,
      exposedHeaders: ['content-type', 'x-exam'],
      steps: [],
      ...rest,
    },
  }
}

const refused = observe({
  messages: [message('preflight', 403)],
  outcome: 'preflight-refused',
  reason: 'preflight-origin-missing',
  exposedHeaders: [],
})

describe('judgePageStep', () => {
  it.each<[string, PageExpectation, StepObservation]>([
    ['its outcome', { outcome: 'readable' }, observe()],
    ['its reason', { outcome: 'preflight-refused', reason: 'preflight-origin-missing' }, refused],
    ['a preflight', { outcome: 'readable', preflight: true }, observe()],
    ['no preflight', { outcome: 'readable', preflight: false }, observe({ messages: [message('actual', 200)] })],
    ['exposed headers', { outcome: 'readable', exposed: { includes: ['x-exam'], excludes: ['etag'] } }, observe()],
    [
      'headers that are exposed where they are there',
      { outcome: 'readable', exposed: { wherePresent: ['x-absent'] } },
      observe(),
    ],
    ['its preflight response', { outcome: 'readable', preflightResponse: { status: 204 } }, observe()],
    ['its response', { outcome: 'readable', response: { status: 200 } }, observe()],
    [
      'the last of its responses',
      { outcome: 'readable', response: { status: 200 } },
      observe({ messages: [message('actual', 302), message('actual', 200)] }),
    ],
    [
      'what was handled',
      { outcome: 'readable', preflightResponse: { handled: false }, response: { handled: true } },
      observe({}, [false, true]),
    ],
  ])('finds nothing amiss in an exchange with %s', (_what, expectation, observation) => {
    expect(judgePageStep(expectation, observation)).toEqual([])
  })

  it.each<[string, PageExpectation, StepObservation, string, string, string]>([
    [
      'another outcome',
      { outcome: 'readable' },
      refused,
      'outcome',
      'readable',
      'preflight-refused (preflight-origin-missing)',
    ],
    ['another outcome without a reason', { outcome: 'blocked' }, observe(), 'outcome', 'blocked', 'readable'],
    [
      'another reason',
      { outcome: 'preflight-refused', reason: 'preflight-status-not-ok' },
      refused,
      'reason',
      'preflight-status-not-ok',
      'preflight-origin-missing',
    ],
    ['no reason', { outcome: 'readable', reason: 'origin-missing' }, observe(), 'reason', 'origin-missing', 'none'],
    [
      'no preflight',
      { outcome: 'readable', preflight: true },
      observe({ messages: [message('actual', 200)] }),
      'preflight',
      'sent',
      'not sent',
    ],
    ['a preflight', { outcome: 'readable', preflight: false }, observe(), 'preflight', 'not sent', 'sent'],
    [
      'a hidden header',
      { outcome: 'readable', exposed: { includes: ['etag', 'x-exam'] } },
      observe(),
      'exposed headers',
      'with etag',
      'content-type, x-exam',
    ],
    [
      'a hidden header that is there',
      { outcome: 'readable', exposed: { wherePresent: ['etag', 'x-absent'] } },
      observe(),
      'exposed headers',
      'with etag',
      'content-type, x-exam',
    ],
    [
      'a revealed header',
      { outcome: 'readable', exposed: { excludes: ['x-exam'] } },
      observe(),
      'exposed headers',
      'without x-exam',
      'content-type, x-exam',
    ],
    [
      'no exposed headers',
      { outcome: 'readable', exposed: { includes: ['x-exam'] } },
      observe({ exposedHeaders: [] }),
      'exposed headers',
      'with x-exam',
      'none',
    ],
    [
      'another preflight response',
      { outcome: 'readable', preflightResponse: { status: 200 } },
      observe(),
      'preflight response: status',
      '200',
      '204',
    ],
    [
      'no preflight response',
      { outcome: 'readable', preflightResponse: {} },
      observe({ messages: [message('actual', 200)] }),
      'preflight response',
      'one',
      'none',
    ],
    [
      'another response',
      { outcome: 'readable', response: { status: 500 } },
      observe(),
      'response: status',
      '500',
      '200',
    ],
    ['no response', { outcome: 'preflight-refused', response: {} }, refused, 'response', 'one', 'none'],
    [
      'a handled preflight',
      { outcome: 'readable', preflightResponse: { handled: false } },
      observe({}, [true, true]),
      'preflight response: handled by the application',
      'no',
      'yes',
    ],
    [
      'a request that was not handled',
      { outcome: 'readable', response: { handled: true } },
      observe({}, [true, false]),
      'response: handled by the application',
      'yes',
      'no',
    ],
  ])('finds %s', (_what, expectation, observation, subject, expected, actual) => {
    expect(judgePageStep(expectation, observation)).toEqual([{ subject, expected, actual }])
  })
})
