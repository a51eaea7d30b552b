import { describe, expect, it } from 'vitest'
import { answersOf } from './answers.ts'
import { emptyReport, sampleReport } from './sample-report.testing.ts'

function saidOf(report: Parameters<typeof answersOf>[0]): readonly (readonly [string, string] | null)[] {
  return answersOf(report).map(({ said }) =>
    said === null ? null : [said.figure.replaceAll('\u00a0', ' '), said.sentence.replaceAll('\u00a0', ' ')],
  )
}

describe('answersOf', () => {
  it('answers each question in a sentence with its figure', () => {
    expect(saidOf(sampleReport)).toEqual([
      [
        '0.90 ×',
        'Corsac adds 0.90 × what headers by hand add to a request and 0.45 × what the usual package adds ' +
          '(medians over 2 frameworks and ordinary scenarios).',
      ],
      [
        '1.10 ×',
        'With 100,000 origins listed, a request costs Corsac 1.10 × what it costs with 10; with the usual packages 1,243 ×.',
      ],
      [
        '17.7 kB',
        'In the median a binding weighs 17.7 kB gzipped on the edge and 64.7 kB on Node, where the public suffix list ' +
          'comes with it; the usual packages 670 B to 2.12 kB.',
      ],
      ['9', 'A session of 50 requests costs 9 preflights, the fewest possible; with the usual packages 30.'],
    ])
  })

  it('says nothing of what was not measured', () => {
    expect(saidOf(emptyReport)).toEqual([null, null, null, null])
  })

  it('does not compare with a package that answers wrongly, nor with a list of one length', () => {
    const { frameworks = [], scale = [] } = sampleReport.results
    const [requests, origins] = saidOf({
      passLines: {},
      results: {
        frameworks: frameworks.map((framework) => ({
          ...framework,
          scenarios: framework.scenarios.map((scenario) => ({ ...scenario, peerIsRight: false })),
        })),
        scale: scale.filter(({ count }) => count === 10),
      },
    })
    expect(requests?.[1]).not.toContain('usual package')
    expect(origins).toBeNull()
  })
})
