import { describe, expect, it } from 'vitest'
import { debianRelease, npmRelease, parseRegistryAnswer } from './package-release.ts'

const answer = {
  version: '5.2.0',
  time: { '5.0.0': '2023-12-01T00:00:00.000Z', '5.2.0': '2026-02-01T00:00:00.000Z' },
}

describe('npmRelease', () => {
  it.each([
    ['5.2.0', 'newest'],
    ['5.0.0', 'outdated'],
    ['5.2.0-rc.1', 'outdated'],
    ['4.10.9', 'outdated'],
    ['5.10.0', 'newest'],
    ['6.0.0-beta.1', 'newest'],
  ])('knows whether %s is the newest beside 5.2.0: %s', (version, currency) => {
    expect(npmRelease(version, answer).currency).toBe(currency)
  })

  it('says when the version was published', () => {
    expect(npmRelease('5.0.0', answer).released).toBe('2023-12-01T00:00:00.000Z')
    expect(npmRelease('5.1.0', answer).released).toBeNull()
  })

  it('names what is newer', () => {
    expect(npmRelease('5.0.0', answer)).toMatchObject({ currency: 'outdated', newest: '5.2.0' })
    expect(npmRelease('5.2.0', answer)).not.toHaveProperty('newest')
  })

  it('does not guess where the registry is silent', () => {
    expect(npmRelease('5.0.0', null)).toEqual({ version: '5.0.0', released: null, currency: 'unknown' })
  })
})

describe('parseRegistryAnswer', () => {
  it('reads what npm prints', () => {
    expect(parseRegistryAnswer(JSON.stringify(answer))).toEqual(answer)
  })

  it.each(['', 'npm error', 'null', '[]', '{"version":"1.0.0"}', '{"version":1,"time":{}}'])(
    'takes nothing else for an answer: %s',
    (json) => {
      expect(parseRegistryAnswer(json)).toBeNull()
    },
  )
})

describe('debianRelease', () => {
  const changelog = [
    'caddy (2.6.2-5+deb12u1) bookworm-security; urgency=high',
    '',
    '  * Mend something.',
    '',
    ' -- A Maintainer <maintainer@debian.example>  Fri, 20 Nov 2026 22:02:23 +0100',
    '',
    'caddy (2.6.2-1) unstable; urgency=medium',
    '',
    '  * New upstream version.',
    '',
    ' -- A Maintainer <maintainer@debian.example>  Mon, 20 Feb 2023 09:30:00 +0100',
    '',
    'caddy (2.5.2-3) unstable; urgency=medium',
    '',
    '  * Team upload.',
    '',
    ' -- A Maintainer <maintainer@debian.example>  Sun, 01 Jan 2023 00:00:00 +0000',
  ].join('\n')

  it('says since when Debian has that version of the project, and marks what the distribution has frozen', () => {
    expect(debianRelease('2.6.2-5+deb12u1', changelog)).toEqual({
      version: '2.6.2-5+deb12u1',
      released: '2023-02-20T08:30:00.000Z',
      currency: 'distribution',
    })
  })

  it.each([
    null,
    '',
    'caddy (2.5.2-3) unstable; urgency=medium\n\n -- A Maintainer <maintainer@debian.example>  Sun, 01 Jan 2023 00:00:00 +0000',
    'caddy (2.6.2-5) unstable; urgency=medium\n\n -- A Maintainer <maintainer@debian.example>  some day',
  ])('knows no date from %j', (text) => {
    expect(debianRelease('2.6.2-5', text).released).toBeNull()
  })
})
