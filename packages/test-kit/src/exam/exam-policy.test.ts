import { describe, expect, it } from 'vitest'
import { completeAssignment } from './exam-policy.ts'

const defaults = {
  allowOrigins: '*',
  allowCredentials: false,
  allowMethods: [],
  allowHeaders: [],
  exposeHeaders: [],
  maxAge: 600,
  preflightStatus: 204,
  timingAllowOrigin: false,
  dangerouslyAllowInsecureOrigins: false,
  dangerouslyAllowPublicSuffixes: false,
}

describe('completeAssignment', () => {
  it('writes out every default', () => {
    expect(completeAssignment({})).toEqual({ ...defaults, routes: {} })
  })

  it('keeps what a case says', () => {
    expect(completeAssignment({ allowOrigins: ['https://a.example'], maxAge: 0 })).toEqual({
      ...defaults,
      allowOrigins: ['https://a.example'],
      maxAge: 0,
      routes: {},
    })
  })

  it('completes the policies of paths by themselves, not by the one policy', () => {
    expect(
      completeAssignment({
        allowCredentials: true,
        allowOrigins: ['https://a.example'],
        routes: { '/wide': {}, '/locked': false },
      }).routes,
    ).toEqual({ '/wide': defaults, '/locked': false })
  })
})
