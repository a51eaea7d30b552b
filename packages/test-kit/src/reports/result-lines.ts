import type { Exchange, ExchangeMessage, HeaderPairs } from '@corsac/user-agent'
import { abridge } from './abridge.ts'
import { isHeaderOfCors } from './cors-header.ts'
import { toPlainText } from './plain-text.ts'
import type { CaseResult, Miss } from './report.ts'
import { suggestMending } from './suggest-mending.ts'

/**
 * How much of a policy is shown. Beside the reader, test frameworks look for stack frames in what a test fails with, and
 * some do so in a time that grows with the third power of a line with quotes.
 */
const POLICY_CHARACTERS = 300

/** One line of what is told of a result. */
export interface ResultLine {
  /** How deep it is indented, by two spaces each. */
  readonly depth: number
  /** What it is, for those who give it a colour. */
  readonly tone:
    | 'policy'
    | 'why'
    | 'miss'
    | 'label'
    | 'message'
    | 'header'
    | 'cors-header'
    | 'readable'
    | 'withheld'
    | 'mending'
    | 'anchor'
  readonly text: string
}

/** Tells what a case brought to light: its misses, the exchanges they were found in, how to mend them, where to read on. */
export function describeResult(result: CaseResult): readonly ResultLine[] {
  const { exchanges, misses, policy, spec, verdict, why } = result
  const steps = [...new Set(misses.map(({ step }) => step))]
  return [
    line(0, 'policy', `policy ${abridge(JSON.stringify(policy), POLICY_CHARACTERS)}`),
    ...(why === undefined ? [] : `${verdict}: ${why}`.split('\n').map((text) => line(0, 'why', text))),
    ...misses.map((miss) => line(0, 'miss', formatMiss(miss))),
    ...steps.flatMap((step) => {
      const exchange = exchanges[step]
      return exchange === undefined
        ? []
        : [line(0, 'label', `step ${step + 1} on the wire:`), ...describeExchange(exchange).map((one) => deeper(one))]
    }),
    ...suggestMending(result).map((text) => line(0, 'mending', `to mend: ${text}`)),
    ...spec.map((anchor) => line(0, 'anchor', `see ${anchor}`)),
  ]
}

/** Tells what went over the wire, one line for each header, and what a browser makes of it. */
export function describeExchange({ messages, outcome, page, reason, steps }: Exchange): readonly ResultLine[] {
  const wire = messages.flatMap(describeMessage)
  if (steps.length === 0) return wire
  const failed = steps.findLast(({ verdict }) => verdict === 'fail')
  const found = `a page on ${page.origin} finds it ${outcome}${reason === null ? '' : ` (${reason})`}`
  const tone = outcome === 'readable' ? 'readable' : 'withheld'
  return [...wire, line(0, tone, failed === undefined ? found : `${found}: ${failed.text}`)]
}

/** Writes down one miss in a line. */
export function formatMiss({ actual, expected, step, subject }: Miss): string {
  return `step ${step + 1}: ${subject}: expected ${expected}, got ${actual}`
}

/** Writes lines down as plain text. */
export function formatLines(lines: readonly ResultLine[]): string {
  return lines.map(({ depth, text }) => '  '.repeat(depth) + text).join('\n')
}

function describeMessage({ error = 'no reason given', request, response }: ExchangeMessage): readonly ResultLine[] {
  return [
    line(0, 'message', `> ${request.method} ${request.url}`),
    ...describeHeaders(request.headers),
    ...(response === null
      ? [line(0, 'message', `< no response: ${error}`)]
      : [line(0, 'message', `< ${response.status}`), ...describeHeaders(response.headers)]),
  ]
}

function describeHeaders(headers: HeaderPairs): readonly ResultLine[] {
  return headers.map(([name, value]) =>
    line(2, isHeaderOfCors(name) ? 'cors-header' : 'header', `${name}: ${abridge(value)}`),
  )
}

function line(depth: number, tone: ResultLine['tone'], text: string): ResultLine {
  return { depth, tone, text: toPlainText(text).replaceAll('\n', ' ') }
}

function deeper({ depth, text, tone }: ResultLine): ResultLine {
  return { depth: depth + 1, tone, text }
}
