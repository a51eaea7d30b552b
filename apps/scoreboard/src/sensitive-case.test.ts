import type { ConformanceCase, RawStep } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { isSensitive } from './sensitive-case.ts'

const page = 'https://a.example'
const readable = { page, request: { path: '/data' }, expect: { outcome: 'readable' } } as const

function rawWith(headers: NonNullable<RawStep['expect']['headers']>): RawStep {
  return { raw: { method: 'GET', path: '/data', headers: [] }, expect: { headers } }
}

function caseOf(rest: Partial<ConformanceCase>): ConformanceCase {
  return { id: 'a/b', requirement: 'It holds.', kind: 'must', spec: [], policy: {}, steps: [readable], ...rest }
}

describe('isSensitive', () => {
  it.each<[string, Partial<ConformanceCase>]>([
    ['imitates an attack', { hostile: true }],
    ['has a policy written by mistake', { unsafePolicy: true }],
    ['demands that a page reads nothing', { steps: [readable, { ...readable, expect: { outcome: 'blocked' } }] }],
    ['demands that a preflight fails', { steps: [{ ...readable, expect: { outcome: 'preflight-refused' } }] }],
    [
      'asks for a preflight alone that has to fail',
      { steps: [{ page, preflight: { path: '/data', method: 'PUT' }, expect: { passes: false } }] },
    ],
    [
      'forbids values of Access-Control-Allow-Origin',
      { steps: [rawWith({ 'access-control-allow-origin': { noneOf: ['*'] } })] },
    ],
    ['forbids Access-Control-Allow-Origin', { steps: [rawWith({ 'access-control-allow-origin': null })] }],
  ])('is so for a case that %s', (_, rest) => {
    expect(isSensitive(caseOf(rest))).toBe(true)
  })

  it.each<[string, Partial<ConformanceCase>]>([
    ['a response be readable', {}],
    ['a preflight pass', { steps: [{ page, preflight: { path: '/data', method: 'PUT' }, expect: { passes: true } }] }],
    [
      'a response vary',
      { steps: [{ raw: { method: 'GET', path: '/data', headers: [] }, expect: { vary: { includes: ['origin'] } } }] },
    ],
    ['a header be there', { steps: [rawWith({ 'access-control-allow-origin': '*' })] }],
  ])('is not so for a case that demands that %s', (_, rest) => {
    expect(isSensitive(caseOf(rest))).toBe(false)
  })
})
