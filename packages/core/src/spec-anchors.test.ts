import { describe, expect, it } from 'vitest'
import { explain } from './explain.ts'
import { definePolicy } from './parse-policy.ts'
import { actual, preflight } from './request-head.testing.ts'
import { specAnchors } from './spec-anchors.ts'

const A = 'https://a.example'

describe('specAnchors', () => {
  it('are the addresses that explanations give, no more and no less', () => {
    const policy = definePolicy({ allowOrigins: [A, 'https://b.example'] })
    const heads = [actual(null), actual(A), actual('null'), preflight(A, 'GET'), preflight('null', 'PUT', 'x-a')]
    const given = heads.flatMap((head) =>
      explain(policy, head).steps.map(({ algorithm, anchor }) => [algorithm, anchor]),
    )
    expect(Object.fromEntries(given)).toEqual(specAnchors)
  })

  it.each(Object.values(specAnchors))('%s is one of the Fetch standard', (address) => {
    expect(address).toMatch(/^https:\/\/fetch\.spec\.whatwg\.org\/#[a-z0-9-]+$/)
  })
})
