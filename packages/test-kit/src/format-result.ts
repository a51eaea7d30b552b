import { formatExchange } from './format-exchange.ts'
import type { CaseResult, Miss } from './report.ts'

/** Writes down what a case brought to light: its misses, the exchanges they were found in, and where to read on. */
export function formatResult({ exchanges, id, kind, misses, requirement, spec, verdict, why }: CaseResult): string {
  const steps = [...new Set(misses.map(({ step }) => step))]
  return [
    `${id} (${kind}): ${requirement}`,
    ...(why === undefined ? [] : [`  ${verdict}: ${why}`]),
    ...misses.map((miss) => `  ${formatMiss(miss)}`),
    ...steps.flatMap((step) => {
      const exchange = exchanges[step]
      return exchange === undefined ? [] : [`  step ${step + 1} on the wire:`, indent(formatExchange(exchange), '    ')]
    }),
    ...spec.map((anchor) => `  see ${anchor}`),
  ].join('\n')
}

/** Writes down one miss in a line. */
export function formatMiss({ actual, expected, step, subject }: Miss): string {
  return `step ${step + 1}: ${subject}: expected ${expected}, got ${actual}`
}

function indent(text: string, indentation: string): string {
  return text
    .split('\n')
    .map((line) => `${indentation}${line}`)
    .join('\n')
}
