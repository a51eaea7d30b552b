import { describe, expect, it } from 'vitest'
import { compareCounts, isFailure, type Verdict } from './compare-counts.ts'
import type { InstructionCounts } from './counted-subject.ts'
import { describeVerdict } from './describe-verdict.ts'
import type { InstructionRecord } from './instruction-record.ts'

const NODE = '20.20.2'

function recordOf(subjects: Readonly<Record<string, InstructionCounts>>, node = NODE): InstructionRecord {
  return { node, valgrind: '3.19.0', groups: { core: subjects } }
}

/** A call of which the application needs 10,000 instructions, and headers by hand as many again. */
function counts(corsac: number, byHand: number | null = 20_000): InstructionCounts {
  return { bare: 10_000, byHand, corsac }
}

function compareOne(before: InstructionCounts, after: InstructionCounts, node = NODE): Verdict | undefined {
  return compareCounts(recordOf({ allowed: before }), recordOf({ allowed: after }, node))[0]
}

describe('compareCounts on the version of Node that was recorded', () => {
  it.each([
    ['held', 15_000],
    ['held', 15_050],
    ['held', 14_950],
    ['worse', 15_051],
    ['better', 14_949],
  ])('finds it %s when 15,000 instructions become %d, of which Corsac added 5,000', (kind, corsac) => {
    expect(compareOne(counts(15_000), counts(corsac))?.kind).toBe(kind)
  })

  it('judges what Corsac adds, whatever the application needs', () => {
    const busier = { bare: 20_000, byHand: 30_000, corsac: 25_000 }
    expect(compareOne(counts(15_000), busier)?.kind).toBe('held')
  })

  it('leaves the noise of the whole call to a subject to which Corsac adds next to nothing, or less', () => {
    expect(compareOne(counts(10_010), counts(10_020))?.kind).toBe('held')
    expect(compareOne(counts(10_010), counts(10_021))?.kind).toBe('worse')
    expect(compareOne(counts(9_000), counts(9_010))?.kind).toBe('held')
    expect(compareOne(counts(9_000), counts(9_011))?.kind).toBe('worse')
  })

  it('compares what nobody writes by hand, too', () => {
    expect(compareOne(counts(15_000, null), counts(16_000, null))?.kind).toBe('worse')
  })
})

describe('compareCounts on another version of Node', () => {
  it.each([
    ['held', 30_000],
    ['held', 31_400],
    ['worse', 31_600],
    ['better', 28_400],
  ])('finds it %s when the ratio to 40,000 by hand, of 15,000 to 20,000 before, is that of %d', (kind, corsac) => {
    expect(compareOne(counts(15_000), counts(corsac, 40_000), '24.21.0')).toMatchObject({ kind, figure: 'ratio' })
  })

  it('has nothing to compare where nobody writes it by hand', () => {
    expect(compareOne(counts(15_000, null), counts(90_000, null), '24.21.0')?.kind).toBe('incomparable')
  })
})

describe('compareCounts on other subjects than were recorded', () => {
  const verdicts = compareCounts(recordOf({ allowed: counts(15_000) }), recordOf({ refused: counts(15_000) }))

  it('names those that are new, and those that are gone', () => {
    expect(verdicts.map(({ kind, subject }) => [subject, kind])).toEqual([
      ['refused', 'unrecorded'],
      ['allowed', 'missing'],
    ])
  })

  it('lets neither pass, or nothing would watch over them', () => {
    expect(verdicts.map(isFailure)).toEqual([true, true])
  })

  it('asks for no group that was not counted', () => {
    const record = { ...recordOf({}), groups: { core: { allowed: counts(15_000) }, koa: { allowed: counts(15_000) } } }
    expect(compareCounts(record, recordOf({ allowed: counts(15_000) })).map(({ kind }) => kind)).toEqual(['held'])
  })
})

describe('isFailure', () => {
  it('lets a gain pass', () => {
    const verdict = compareOne(counts(15_000), counts(12_000))
    expect(verdict !== undefined && isFailure(verdict)).toBe(false)
  })
})

describe('describeVerdict', () => {
  const describeOne = (before: InstructionCounts, after: InstructionCounts, node?: string): string | null => {
    const verdict = compareOne(before, after, node)
    return verdict === undefined ? null : describeVerdict(verdict)
  }

  it('names the subject, both figures and what would pass', () => {
    expect(describeOne(counts(15_000), counts(15_500))).toBe(
      'core, allowed: Corsac adds 5,500 instructions, and 5,000 were recorded (+10%); at most 5,050 would pass.',
    )
    expect(describeOne(counts(15_000), counts(36_000, 40_000), '24.21.0')).toBe(
      'core, allowed: Corsac needs 0.900 × of the instructions that are needed by hand, and 0.750 × was recorded (+20%); at most 0.787 × would pass.',
    )
  })

  it('names a gain', () => {
    expect(describeOne(counts(15_000), counts(14_000))).toBe(
      'core, allowed: Corsac adds 4,000 instructions, and 5,000 were recorded (-20%).',
    )
  })

  it('has nothing to say of what is held', () => {
    expect(describeOne(counts(15_000), counts(15_000))).toBeNull()
  })
})
