import { describe, expect, it } from 'vitest'
import { conformanceCases } from '../cases/conformance-suites.ts'
import { completeAssignment } from './exam-policy.ts'
import { parseCasePolicy } from './parse-policy.ts'

describe('parseCasePolicy', () => {
  it('takes every policy of the exam, as a case and as a server has it', () => {
    for (const { policy } of conformanceCases) {
      expect(parseCasePolicy(policy)).toEqual({ ok: true, value: policy })
      expect(parseCasePolicy(completeAssignment(policy)).ok).toBe(true)
    }
  })

  it.each([
    [{ allowOrigin: '*' }, '"allowOrigin" is not known'],
    [{ allowOrigins: 'https://a.example' }, 'allowOrigins: '],
    [{ allowCredentials: 'yes' }, 'allowCredentials: must be boolean'],
    [{ maxAge: -1 }, 'maxAge: must be >= 0'],
    [{ preflightStatus: 201 }, 'preflightStatus: must be one of [200,204]'],
    [{ routes: { '/data': { allowOrigin: [] } } }, 'routes./data: "allowOrigin" is not known'],
    [{ routes: { '/data': true } }, 'routes./data: '],
    [[], 'must be object'],
  ])('says what is wrong with %j', (input, issue) => {
    const parsed = parseCasePolicy(input)
    expect(parsed.ok ? '' : parsed.issues.join('; ')).toContain(issue)
  })
})
