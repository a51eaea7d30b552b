import type { Figure } from '../figure.ts'
import type { Kind } from '../frameworks/framework-bench.ts'
import type { HttpSummary, Spread } from './summary.ts'

/** What a request may take with Corsac, by what it takes with headers by hand, and with the usual package; with noise. */
const GOALS = { inline: 1.1, peer: 1.05 } as const

/** Writes the figures of one scenario on one framework. */
export function figuresOf({
  framework,
  kinds,
  peerIsRight,
  scenario,
  toInline,
  toPeer,
}: HttpSummary): readonly Figure[] {
  const subject = `${framework}, ${scenario} over HTTP`
  const wrongly = peerIsRight ? '' : ' (answers wrongly)'
  const kindFigures = (kind: Kind, name: string): readonly Figure[] => [
    { name: `${subject}, ${name}`, value: Math.round(kinds[kind].requestsPerSecond.median), unit: 'req/s' },
    { name: `${subject}, ${name}, p99`, value: kinds[kind].p99.median, unit: 'ms' },
  ]
  const ratio = (name: string, spread: Spread): Figure => ({
    name: `${subject}, ${name} (${spread.low.toFixed(2)} to ${spread.high.toFixed(2)})`,
    value: spread.median,
    unit: '×',
  })
  return [
    ...kindFigures('bare', 'bare'),
    ...kindFigures('inline', 'by hand'),
    ...kindFigures('peer', `usual package${wrongly}`),
    ...kindFigures('corsac', 'Corsac'),
    { ...ratio('time per request, Corsac to by hand', toInline.time), atMost: GOALS.inline },
    {
      ...ratio(`time per request, Corsac to the usual package${wrongly}`, toPeer.time),
      ...(peerIsRight && { atMost: GOALS.peer }),
    },
    ratio("server's CPU time, Corsac to by hand", toInline.cpuTime),
    ratio(`server's CPU time, Corsac to the usual package${wrongly}`, toPeer.cpuTime),
  ]
}
