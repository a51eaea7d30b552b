import { describe, expect, it } from 'vitest'
import { corsCheck } from './cors-check.ts'

const serializedOrigin = 'https://app.example'

describe('corsCheck', () => {
  it.each(['omit', 'same-origin'] as const)(
    'lets * and the origin pass with the credentials mode %s',
    (credentials) => {
      for (const value of ['*', serializedOrigin]) {
        const check = corsCheck({ serializedOrigin, credentials }, [['Access-Control-Allow-Origin', value]])
        expect(check.passed).toBe(true)
        expect(check.text).toContain(JSON.stringify(value))
      }
    },
  )

  it('lets the origin with "true" pass where credentials are included', () => {
    const check = corsCheck({ serializedOrigin, credentials: 'include' }, [
      ['access-control-allow-origin', serializedOrigin],
      ['access-control-allow-credentials', 'true'],
    ])
    expect(check.passed).toBe(true)
  })

  it('tells the four ways to fail apart, in their order', () => {
    const request = { serializedOrigin, credentials: 'include' } as const
    expect(corsCheck(request, [])).toMatchObject({ reason: 'origin-missing' })
    expect(corsCheck(request, [['access-control-allow-origin', '*']])).toMatchObject({
      reason: 'origin-wildcard-with-credentials',
    })
    expect(corsCheck(request, [['access-control-allow-origin', 'https://b.example']])).toMatchObject({
      reason: 'origin-mismatch',
    })
    const uncredentialed = corsCheck(request, [['access-control-allow-origin', serializedOrigin]])
    expect(uncredentialed).toMatchObject({ reason: 'credentials-not-allowed' })
    expect(uncredentialed.text).toContain('Access-Control-Allow-Credentials is absent')
  })

  it('quotes the value that is not "true"', () => {
    const check = corsCheck({ serializedOrigin, credentials: 'include' }, [
      ['access-control-allow-origin', serializedOrigin],
      ['access-control-allow-credentials', 'True'],
    ])
    expect(check).toMatchObject({ passed: false, reason: 'credentials-not-allowed' })
    expect(check.text).toContain('"True"')
  })

  it.each([
    [['*', serializedOrigin], '"*, https://app.example", which is not'],
    [['*', serializedOrigin], 'it came in 2 fields'],
    [[`${serializedOrigin}, https://b.example`], 'no list ever matches'],
    [[`${serializedOrigin}/`], 'the slash at the end'],
    [['https://APP.example'], 'the case differs'],
  ])('says of %j: %s', (values, text) => {
    const fields = values.map((value) => ['access-control-allow-origin', value] as const)
    const check = corsCheck({ serializedOrigin, credentials: 'omit' }, fields)
    expect(check).toMatchObject({ passed: false, reason: 'origin-mismatch' })
    expect(check.text).toContain(text)
  })

  it('lets no control character of the server into its sentence', () => {
    const check = corsCheck({ serializedOrigin, credentials: 'omit' }, [
      ['access-control-allow-origin', '\x1B[31m\x9B'],
    ])
    expect(check.text).toContain('"\\u001b[31m\\u009b"')
  })

  it('knows null as the origin that it is', () => {
    const headers = [['access-control-allow-origin', 'null']] as const
    expect(corsCheck({ serializedOrigin: 'null', credentials: 'omit' }, headers).passed).toBe(true)
    expect(corsCheck({ serializedOrigin, credentials: 'omit' }, headers).passed).toBe(false)
  })
})
