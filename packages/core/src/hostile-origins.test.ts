import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { isOriginAllowed } from './is-origin-allowed.ts'
import { definePolicy } from './parse-policy.ts'
import { actual, preflight } from './request-head.testing.ts'

interface HostileOrigin {
  readonly id: string
  readonly allowed: string
  readonly origin: string
  readonly allow: boolean
  readonly why: string
}

const rows: readonly HostileOrigin[] = JSON.parse(
  readFileSync(new URL('fixtures/hostile-origins.json', import.meta.url), 'utf8'),
)

describe('hostile origins', () => {
  it('are there', () => {
    expect(rows.length).toBeGreaterThan(150)
  })

  it.each(rows)('$id: $why', ({ allowed, origin, allow }) => {
    const single = definePolicy({ allowOrigins: [allowed] })
    const listed = definePolicy({ allowOrigins: ['https://unrelated.example', allowed] })
    const credentialed = definePolicy({
      allowOrigins: ['https://unrelated.example', allowed],
      allowCredentials: true,
      dangerouslyAllowInsecureOrigins: true,
      dangerouslyAllowPublicSuffixes: true,
    })
    for (const policy of [single, listed, credentialed]) {
      const shared = decide(policy, actual(origin)).set.some(
        ([name, value]) => name.endsWith('-origin') && value === origin,
      )
      expect(shared).toBe(allow)
      expect(isOriginAllowed(policy, origin)).toBe(allow)
    }
    expect(decide(listed, preflight(origin, 'PUT'))).toMatchObject({ status: allow ? 204 : 403 })
  })
})
