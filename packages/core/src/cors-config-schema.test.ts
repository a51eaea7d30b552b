import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corsConfigSchema, createCorsConfigSchema } from './cors-config-schema.ts'
import { isCorsPolicy } from './cors-policy.ts'
import { describeIssue } from './describe-issue.ts'
import { issuePath } from './issue-path.ts'
import { parsePolicy } from './parse-policy.ts'
import { isPublicSuffix } from './public-suffixes.ts'

const A = 'https://a.example'
const subdomains = { allowOrigins: ['https://*.a.example'], allowCredentials: true }

describe('corsConfigSchema', () => {
  it('is a Standard Schema, version 1', () => {
    expect(corsConfigSchema['~standard']).toMatchObject({ version: 1, vendor: 'corsac' })
    expect(Object.isFrozen(corsConfigSchema)).toBe(true)
    expect(Object.isFrozen(corsConfigSchema['~standard'])).toBe(true)
  })

  it('gives the policy of a right configuration', () => {
    const result = corsConfigSchema['~standard'].validate({ allowOrigins: [A] })
    expect(result.issues).toBeUndefined()
    expect('value' in result && isCorsPolicy(result.value)).toBe(true)
  })

  it('gives the path and the sentence of every mistake, with what was meant', () => {
    const { issues } = corsConfigSchema['~standard'].validate({
      allowOrigins: ['null', `${A}/`],
      maxAge: -1,
      'allowHeaders[0]': [],
    })
    expect(issues?.map(({ path }) => path)).toEqual([['allowOrigins', 1], ['maxAge'], ['allowHeaders[0]']])
    expect(issues?.[0]?.message).toMatch(/ends with a slash.*; did you mean "https:\/\/a\.example"\?$/)
  })

  it('has no path for what is no configuration', () => {
    expect(corsConfigSchema['~standard'].validate(null)).toMatchObject({ issues: [{ path: [] }] })
  })

  it('says what parsePolicy says, of anything', () => {
    const input = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom('allowOrigins', 'allowMethods', 'maxAge', 'origin'), fc.anything()),
    )
    fc.assert(
      fc.property(input, (value) => {
        const parsed = parsePolicy(value)
        const { issues } = corsConfigSchema['~standard'].validate(value)
        if (parsed.ok) expect(issues).toBeUndefined()
        else
          expect(issues).toEqual(
            parsed.issues.map((issue) => ({ message: describeIssue(issue), path: issuePath(issue) })),
          )
      }),
      { numRuns: 500 },
    )
  })
})

describe('createCorsConfigSchema', () => {
  it('allows subdomains credentials where it can tell public suffixes', () => {
    expect(corsConfigSchema['~standard'].validate(subdomains).issues).toHaveLength(1)
    expect(createCorsConfigSchema({ isPublicSuffix })['~standard'].validate(subdomains).issues).toBeUndefined()
  })

  it('takes no test of public suffixes that is no function', () => {
    expect(() => {
      Reflect.apply(createCorsConfigSchema, undefined, [{ isPublicSuffix: true }])
    }).toThrow(TypeError)
  })
})
