import { describe, expect, it } from 'vitest'
import { advisoryAddress } from './advisory-address.ts'
import { conformanceCases } from './conformance-suites.ts'
import { specAnchors } from './spec-anchors.ts'

const known: readonly string[] = Object.values(specAnchors)
const advised = conformanceCases.flatMap(({ advisories = [] }) => advisories.map(advisoryAddress))
const used = conformanceCases.flatMap(({ spec }) => spec)

describe('specAnchors', () => {
  it('knows every address that a case gives', () => {
    expect(used.filter((address) => !known.includes(address) && !advised.includes(address))).toEqual([])
  })

  it('has no address that no case gives', () => {
    expect(known.filter((address) => !used.includes(address))).toEqual([])
  })

  it('has each address once, well-formed and secure', () => {
    expect(new Set(known).size).toBe(known.length)
    expect(known.filter((address) => new URL(address).protocol !== 'https:')).toEqual([])
  })

  it('gives the address of a section in every case', () => {
    expect(conformanceCases.filter(({ spec }) => !spec.some((address) => known.includes(address)))).toEqual([])
  })
})
