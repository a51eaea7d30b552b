import type { Engine, Exchange, ExchangeStep } from '@corsac/user-agent'
import type { ConsoleOutput, Paint } from '../console-output.ts'
import { definitionList, paragraph } from '../layout.ts'
import { printable } from '../printable.ts'
import type { Explanation } from './explanation.ts'
import { formatExposure } from './format-exposure.ts'
import { formatMessages } from './format-messages.ts'
import { formatRemedy } from './format-remedy.ts'
import { type Verdict, VERDICT_SIGNS } from './verdict.ts'

/** What the text of an explanation can be told. */
export interface ExplanationStyle extends Pick<ConsoleOutput, 'columns' | 'paint'> {
  /** Whose console to show; `null` for all. */
  readonly engine: Engine | null
  /** Whether to list every step that was taken, and not only the one that failed. */
  readonly verbose: boolean
}

const BROWSERS: Readonly<Record<Engine, string>> = { chromium: 'Chrome', firefox: 'Firefox', webkit: 'Safari' }

const MARKS: Readonly<Record<ExchangeStep['verdict'], string>> = { pass: '✓', fail: '✕', info: '·' }

/** Writes an explanation down: the answer, what to do, and what it is founded on. */
export function formatExplanation(exchange: Exchange, explanation: Explanation, style: ExplanationStyle): string {
  return [
    formatAnswer(exchange, explanation, style),
    formatRemedy(exchange, explanation, style),
    formatExposure(explanation, style),
    formatNotes(explanation, style),
    formatWire(exchange, style),
    // The standard has nothing to say about a response that does not come.
    explanation.noResponse === null || style.verbose ? formatSteps(exchange, style) : '',
    formatConsoles(explanation, style),
  ]
    .filter((section) => section !== '')
    .join('\n\n')
}

/** Writes the first line: a shape, a word and a sentence. */
function formatHeadline({ headline, verdict }: Explanation, { columns, paint }: ExplanationStyle): string {
  const { shape, word } = VERDICT_SIGNS[verdict]
  return paragraph(`${paintVerdict(verdict, paint)(`${shape} ${word}:`)} ${paint.heading(headline)}`, columns, 0, 2)
}

/** Paints by what a verdict means for the page. */
export function paintVerdict(verdict: Verdict, paint: Paint): (text: string) => string {
  if (verdict === 'readable') return paint.good
  return verdict === 'opaque' ? paint.heading : paint.bad
}

/** Names a request by its method and its URL, and the URL that redirects led to. */
export function nameRequest({ messages, request }: Exchange): string {
  const first = messages[0]?.request.url
  const last = messages.at(-1)?.request.url
  const arrow = first === last ? '' : ` → ${printable(last ?? '')}`
  return `${printable(request.method)} ${printable(request.url)}${arrow}`
}

function formatAnswer(exchange: Exchange, explanation: Explanation, style: ExplanationStyle): string {
  const { page, request } = exchange
  const credentials = request.credentials === 'include' ? ', with credentials' : ''
  const subject = `${nameRequest(exchange)} from a page ${placeOf(page)}${credentials}`
  return `${formatHeadline(explanation, style)}\n${paragraph(style.paint.dim(subject), style.columns, 2)}`
}

/** `null` is no place to be on. */
function placeOf({ origin }: Exchange['page']): string {
  return origin === 'null' ? 'with the origin null' : `on ${printable(origin)}`
}

function formatNotes({ notes }: Explanation, { columns, paint }: ExplanationStyle): string {
  return notes.map((note) => paragraph(`${paint.accent('Note')} ${note}`, columns, 0, 5)).join('\n')
}

function formatWire(exchange: Exchange, style: ExplanationStyle): string {
  if (exchange.messages.length === 0) return ''
  return `${style.paint.heading('On the wire')}\n${formatMessages(exchange, style)}`
}

function formatSteps({ steps }: Exchange, { columns, paint, verbose }: ExplanationStyle): string {
  const shown = verbose ? steps : steps.filter(({ verdict }) => verdict === 'fail')
  const lines = shown.map(({ algorithm, anchor, text, verdict }) => {
    const mark = verdict === 'fail' ? paint.bad(MARKS.fail) : paint.dim(MARKS[verdict])
    return `${paragraph(`${mark} ${algorithm}: ${text}`, columns, 2, 2)}\n    ${paint.dim(anchor)}`
  })
  return lines.length === 0 ? '' : [paint.heading('By the standard'), ...lines].join('\n')
}

function formatConsoles({ console }: Explanation, { columns, engine, paint }: ExplanationStyle): string {
  const engines = engine === null ? (['chromium', 'firefox', 'webkit'] as const) : [engine]
  if (engines.every((one) => console[one] === null)) return ''
  const rows = engines.map((one) => [BROWSERS[one], console[one] ?? paint.dim('nothing')] as const)
  return `${paint.heading(engine === null ? 'In the consoles' : 'In the console')}\n${definitionList(rows, columns)}`
}
