import type { Engine } from '@corsac/user-agent'
import type { ConsoleOutput } from '../console-output.ts'
import { definitionList } from '../layout.ts'
import { printable } from '../printable.ts'
import type { Explanation } from './explanation.ts'
import type { Exposure } from './exposure.ts'
import { describeLifetime } from './preflight-lifetime.ts'

/** How to write down what a page gets. */
export interface ExposureStyle extends Pick<ConsoleOutput, 'columns' | 'paint'> {
  /** Whose memory of preflights to tell of; `null` for all. */
  readonly engine: Engine | null
}

/** Writes down what the page gets of a response, what is hidden from it and what would show that. */
export function formatExposure(
  { exposure, preflight }: Explanation,
  { columns, engine, paint }: ExposureStyle,
): string {
  if (exposure === null) return ''
  const { hidden, readable, suggestion } = exposure
  const rows = [
    ['Can read', ['status', 'body', ...readable.map(printable)].join(', ')] as const,
    ...(hidden.length === 0 ? [] : [['Hidden', describeHidden(exposure)] as const]),
    ...(preflight === null ? [] : [['Preflight', describeLifetime(preflight, engine)] as const]),
  ]
  const table = definitionList(rows, columns)
  if (suggestion === null) return table
  const [name, value] = suggestion
  const field = paint.good(`${name}: ${printable(value)}`)
  return `${table}\n\nTo show what is hidden, add this header to the response:\n\n    ${field}`
}

function describeHidden({ hidden, useful }: Exposure): string {
  const rest = hidden.length - useful.length
  if (useful.length === 0) return `${rest} ${rest === 1 ? 'header' : 'headers'} that no page has a use for`
  const others = rest === 0 ? '' : `, and ${rest} that no page has a use for`
  return `${useful.map(printable).join(', ')}${others}`
}
