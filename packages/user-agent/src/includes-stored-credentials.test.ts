import { describe, expect, it } from 'vitest'
import { includesStoredCredentials } from './includes-stored-credentials.ts'

describe('includesStoredCredentials', () => {
  it.each([
    ['include', 'cors', true],
    ['include', 'opaque', true],
    ['include', 'basic', true],
    ['same-origin', 'basic', true],
    ['same-origin', 'cors', false],
    ['same-origin', 'opaque', false],
    ['omit', 'basic', false],
  ] as const)('with the mode %s and the tainting %s is %s', (credentials, responseTainting, expected) => {
    expect(includesStoredCredentials({ credentials, responseTainting })).toBe(expected)
  })
})
