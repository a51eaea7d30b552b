import { describe, expect, it } from 'vitest'
import { scenarios } from './scenario.ts'
import { summarizeScenario } from './summary.ts'

const [scenario] = scenarios
if (scenario === undefined) throw new Error('There are no scenarios')

describe('summarizeScenario', () => {
  it('divides what is paid beyond the bare request, and says how far the rounds are apart', () => {
    const summary = summarizeScenario({
      scenario,
      peerIsRight: true,
      times: {
        bare: [100, 100, 100, 100],
        inline: [150, 150, 150, 150],
        peer: [200, 200, 200, 200],
        corsac: [155, 155, 160, 175],
      },
    })
    expect(summary.overheads).toEqual({ inline: 50, peer: 100, corsac: 60 })
    expect(summary.toInline).toEqual({ median: 1.2, low: 1.1, high: 1.5 })
    expect(summary.toPeer?.median).toBe(0.6)
    expect(summary.total.median).toBeCloseTo(160 / 150)
  })

  it('divides by nothing that the noise is larger than', () => {
    const { toInline, toPeer } = summarizeScenario({
      scenario,
      peerIsRight: true,
      times: { bare: [100], inline: [101], peer: [90], corsac: [105] },
    })
    expect([toInline, toPeer]).toEqual([null, null])
  })
})
