import type { Exchange } from '@corsac/user-agent'
import { describe, expect, it } from 'vitest'
import type { PreflightExpectation } from '../cases/conformance-case.ts'
import { judgePreflightStep } from './judge-preflight-step.ts'
import type { StepObservation } from './step-observation.ts'

function observe(rest: Partial<Exchange> = {}, handled: StepObservation['handled'] = []): StepObservation {
  const url = 'http://127.0.0.1/data'
  return {
    handled,
    exchange: {
      page: { origin: 'https://a.example' },
      request: { method: 'PUT', url, headers: [], credentials: 'omit', mode: 'cors', redirect: 'follow' },
      messages: [
        {
          purpose: 'preflight',
          request: { method: 'OPTIONS', url, headers: [] },
          response: { status: 204, headers: [] },
        },
      ],
      outcome: 'readable',
      reason: null,
      exposedHeaders: [],
      steps: [],
      ...rest,
    },
  }
}

const passed = observe()
const refused = observe({ outcome: 'preflight-refused', reason: 'preflight-origin-missing' })

describe('judgePreflightStep', () => {
  it.each<[string, PreflightExpectation, StepObservation]>([
    ['that passes', { passes: true }, passed],
    ['that is refused', { passes: false }, refused],
    ['with its reason', { passes: false, reason: 'preflight-origin-missing' }, refused],
    ['with its response', { passes: true, response: { status: 'ok' } }, passed],
    ['that was not handled', { passes: true, response: { handled: false } }, observe({}, [false])],
  ])('finds nothing amiss in a preflight %s', (_what, expectation, observation) => {
    expect(judgePreflightStep(expectation, observation)).toEqual([])
  })

  it.each<[string, PreflightExpectation, StepObservation, string, string, string]>([
    ['a refusal', { passes: true }, refused, 'preflight', 'passed', 'refused (preflight-origin-missing)'],
    ['a pass', { passes: false }, passed, 'preflight', 'refused', 'passed'],
    [
      'another reason',
      { passes: false, reason: 'preflight-status-not-ok' },
      refused,
      'reason',
      'preflight-status-not-ok',
      'preflight-origin-missing',
    ],
    [
      'another response',
      { passes: true, response: { status: 200 } },
      passed,
      'preflight response: status',
      '200',
      '204',
    ],
    [
      'a handled preflight',
      { passes: true, response: { handled: false } },
      observe({}, [true]),
      'preflight response: handled by the application',
      'no',
      'yes',
    ],
  ])('finds %s', (_what, expectation, observation, subject, expected, actual) => {
    expect(judgePreflightStep(expectation, observation)).toEqual([{ subject, expected, actual }])
  })

  it('does not take a request that needs no preflight for one whose preflight passed', () => {
    expect(() => judgePreflightStep({ passes: true }, observe({ messages: [] }))).toThrow('there is no preflight')
  })
})
