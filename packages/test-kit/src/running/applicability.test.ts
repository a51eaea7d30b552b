import { describe, expect, it } from 'vitest'
import { whyNotApplicable } from './applicability.ts'
import { conformanceCases } from '../cases/conformance-suites.ts'
import type { ConformanceCase } from '../cases/conformance-case.ts'
import type { Capability, ConformanceSubject } from '../subjects/subject.ts'

const conformanceCase: ConformanceCase = {
  id: 'part/case',
  requirement: 'It is.',
  kind: 'must',
  spec: [],
  policy: { maxAge: 5 },
  needs: ['routes', 'timing'],
  steps: [],
}

function subject(rest: Partial<ConformanceSubject>): ConformanceSubject {
  return { name: 'one', start: () => Promise.reject(new Error('asked')), ...rest }
}

describe('whyNotApplicable', () => {
  it('finds nothing where the subject declares nothing, or what the case does not need', () => {
    expect(whyNotApplicable(conformanceCase, subject({}))).toBeNull()
    expect(whyNotApplicable(conformanceCase, subject({ lacks: { handled: 'It does not count.' } }))).toBeNull()
    expect(whyNotApplicable(conformanceCase, subject({ declines: () => null }))).toBeNull()
  })

  it('gives every reason why the subject cannot do what the case needs', () => {
    const lacks = { timing: 'It is no clock.', routes: 'It knows no paths.' }
    expect(whyNotApplicable(conformanceCase, subject({ lacks }))).toBe('It knows no paths.; It is no clock.')
  })

  it('spares a subject what is hostile, where it is to be spared', () => {
    const spared = 'It is the public.'
    expect(whyNotApplicable({ ...conformanceCase, hostile: true }, subject({ spared }))).toBe(spared)
    expect(whyNotApplicable({ ...conformanceCase, hostile: true }, subject({}))).toBeNull()
    expect(whyNotApplicable(conformanceCase, subject({ spared }))).toBeNull()
  })

  it.each<[Capability, (one: ConformanceCase) => boolean]>([
    ['max-age-zero', ({ policy }) => policy.maxAge === 0],
    ['max-age', ({ steps }) => JSON.stringify(steps).includes('"access-control-max-age":"')],
    ['allow-origins-patterns', ({ policy }) => /"[a-z]+:\/\/(?:\*\.[a-z]|[^"]*:\*")/.test(JSON.stringify(policy))],
    ['port-patterns', ({ policy }) => JSON.stringify(policy).includes(':*"')],
    ['write-head', ({ steps }) => /"\/(?:own-cors-)?write-head/.test(JSON.stringify(steps))],
  ])('lets a subject lack %s, and asks it no case that takes it', (capability, takes) => {
    const without = subject({ lacks: { [capability]: 'It has no words for it.' } })
    const reasons = conformanceCases.map((one) => [one.id, whyNotApplicable(one, without)])
    expect(reasons).toEqual(conformanceCases.map((one) => [one.id, takes(one) ? 'It has no words for it.' : null]))
    expect(conformanceCases.filter(takes).length).toBeGreaterThan(0)
  })

  it('lets a subject decline single policies, such as a max-age of 0 or a pattern', () => {
    const declines: ConformanceSubject['declines'] = ({ allowOrigins, maxAge }) =>
      maxAge === 0 ? 'Zero is none.' : allowOrigins.includes('https://*.a.example') ? 'It knows no patterns.' : null
    const reasons = conformanceCases.map((one) => whyNotApplicable(one, subject({ declines })))
    expect(new Set(reasons)).toEqual(new Set([null, 'Zero is none.', 'It knows no patterns.']))
  })

  it('asks the subject about the complete policy', () => {
    const declines: ConformanceSubject['declines'] = ({ maxAge, preflightStatus }) =>
      `It has no words for ${maxAge} and ${preflightStatus}.`
    expect(whyNotApplicable(conformanceCase, subject({ declines }))).toBe('It has no words for 5 and 204.')
  })
})
