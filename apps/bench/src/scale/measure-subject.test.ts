import { describe, expect, it } from 'vitest'
import { subjects } from './all-subjects.ts'
import { isRight } from './measure-subject.ts'
import { setSubject } from './subjects/set.ts'

// What is measured has to be right first: nothing is cheaper than to forget an origin.
describe('isRight', () => {
  it.each(Object.entries(subjects))('finds that %s allows the listed origins and no others', async (_, load) => {
    expect(await isRight(await load(), 1000)).toBe(true)
  })

  it('notices who allows everybody, and who allows nobody', async () => {
    expect(await isRight({ ...setSubject, define: () => () => true }, 1000)).toBe(false)
    expect(await isRight({ ...setSubject, define: () => () => false }, 1000)).toBe(false)
  })
})
