import { describe, expect, it } from 'vitest'
import { conformanceCases } from './conformance-suites.ts'
import { specAnchors } from './spec-anchors.ts'

const known: readonly string[] = Object.values(specAnchors)
const used = conformanceCases.flatMap(({ spec }) => spec)

describe('specAnchors', () => {
  it('knows every address that a case gives', () => {
    expect(used.filter((address) => !known.includes(address))).toEqual([])
  })

  it('has no address that no case gives', () => {
    expect(known.filter((address) => !used.includes(address))).toEqual([])
  })

  it('has each address once, well-formed and secure', () => {
    expect(new Set(known).size).toBe(known.length)
    expect(known.filter((address) => new URL(address).protocol !== 'https:')).toEqual([])
  })

  it('gives an address in every case', () => {
    expect(conformanceCases.filter(({ spec }) => spec.length === 0)).toEqual([])
  })
})
