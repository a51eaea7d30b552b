import { describe, expect, it } from 'vitest'
import { isOriginAllowed } from './is-origin-allowed.ts'
import { definePolicy } from './parse-policy.ts'

const A = 'https://a.example'

describe('isOriginAllowed', () => {
  it.each([
    ['*', A, undefined, true],
    ['*', 'null', undefined, true],
    ['*', A, true, false],
    ['*', 'garbage', undefined, false],
    ['*', null, undefined, false],
    ['*', undefined, undefined, false],
    [[A], A, undefined, true],
    [[A], A, true, true],
    [[A], 'https://b.example', undefined, false],
    [['null'], 'null', undefined, true],
    [['null'], 'null', true, false],
    [[A, 'https://*.b.example'], 'https://x.b.example', true, true],
    [[A, 'https://*.b.example'], 'https://b.example', false, false],
    [[A, 'null'], 'null', true, false],
    [[A], undefined, undefined, false],
    [[A], '', undefined, false],
  ] as const)('with %j says of %j, credentials %j: %s', (allowOrigins, origin, credentials, allowed) => {
    const policy = definePolicy({ allowOrigins })
    expect(isOriginAllowed(policy, origin, credentials === undefined ? {} : { credentials })).toBe(allowed)
  })

  it('allows nobody where a predicate fails', async () => {
    const policy = definePolicy({
      allowOrigins: () => {
        throw new Error('no database')
      },
    })
    expect(isOriginAllowed(policy, A)).toBe(false)
    const waiting = definePolicy({ allowOrigins: () => Promise.reject(new Error('no database')) })
    expect(await isOriginAllowed(waiting, A)).toBe(false)
  })

  it.each([null, undefined])('asks no predicate about %j', (origin) => {
    const asked: unknown[] = []
    const policy = definePolicy({
      allowOrigins: (each) => {
        asked.push(each)
        return true
      },
    })
    expect(isOriginAllowed(policy, origin)).toBe(false)
    expect(asked).toEqual([])
  })

  it('asks no predicate about "null" where credentials are included', () => {
    const policy = definePolicy({ allowOrigins: () => true })
    expect(isOriginAllowed(policy, 'null', { credentials: true })).toBe(false)
    expect(isOriginAllowed(policy, 'null')).toBe(true)
  })

  it('asks predicates, and waits for those that make it', async () => {
    expect(isOriginAllowed(definePolicy({ allowOrigins: (origin) => origin === A }), A)).toBe(true)
    const waiting = isOriginAllowed(definePolicy({ allowOrigins: (origin) => Promise.resolve(origin === A) }), A)
    expect(waiting).toBeInstanceOf(Promise)
    expect(await waiting).toBe(true)
  })
})
