import { describe, expect, it } from 'vitest'
import { isPublicSuffix } from './public-suffixes.ts'

describe('isPublicSuffix', () => {
  it.each(['com', 'co.uk', 'github.io', 'com.', 'intranet', 'pages.dev', 'ck', 'foo.ck'])('says yes to %s', (host) => {
    expect(isPublicSuffix(host)).toBe(true)
  })

  it.each(['example.com', 'example.co.uk', 'a.github.io', 'www.ck', 'corp.intranet', 'example.com.'])(
    'says no to %s',
    (host) => {
      expect(isPublicSuffix(host)).toBe(false)
    },
  )
})
