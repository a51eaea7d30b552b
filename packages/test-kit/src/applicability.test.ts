import { describe, expect, it } from 'vitest'
import { whyNotApplicable } from './applicability.ts'
import type { ConformanceCase } from './conformance-case.ts'
import type { ConformanceSubject } from './subject.ts'

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

  it('asks the subject about the complete policy', () => {
    const declines: ConformanceSubject['declines'] = ({ maxAge, preflightStatus }) =>
      `It has no words for ${maxAge} and ${preflightStatus}.`
    expect(whyNotApplicable(conformanceCase, subject({ declines }))).toBe('It has no words for 5 and 204.')
  })
})
