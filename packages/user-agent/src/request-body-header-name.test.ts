import { describe, expect, it } from 'vitest'
import { isRequestBodyHeaderName } from './request-body-header-name.ts'

describe('isRequestBodyHeaderName', () => {
  it('is true for the four headers that describe a body', () => {
    const names = [
      'Content-Encoding',
      'content-language',
      'Content-Location',
      'CONTENT-TYPE',
      'content-length',
      'accept',
    ]
    expect(names.map(isRequestBodyHeaderName)).toEqual([true, true, true, true, false, false])
  })
})
