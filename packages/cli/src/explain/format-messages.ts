import type { Exchange, ExchangeMessage, HeaderPairs, ReasonCode } from '@corsac/user-agent'
import type { ConsoleOutput } from '../console-output.ts'
import { paragraph } from '../layout.ts'
import { printable } from '../printable.ts'
import { reasonIn } from './no-response.ts'

/** The headers beside `Access-Control-*` that have a say in CORS. */
const CORS_HEADERS: ReadonlySet<string> = new Set([
  'cross-origin-resource-policy',
  'location',
  'origin',
  'timing-allow-origin',
  'vary',
])

/** The headers that are to blame for a failure. */
const CULPRITS: Partial<Readonly<Record<ReasonCode, string>>> = {
  'preflight-origin-missing': 'Access-Control-Allow-Origin',
  'preflight-origin-wildcard-with-credentials': 'Access-Control-Allow-Origin',
  'preflight-origin-mismatch': 'Access-Control-Allow-Origin',
  'preflight-credentials-not-allowed': 'Access-Control-Allow-Credentials',
  'preflight-methods-malformed': 'Access-Control-Allow-Methods',
  'preflight-headers-malformed': 'Access-Control-Allow-Headers',
  'preflight-method-not-allowed': 'Access-Control-Allow-Methods',
  'preflight-authorization-not-listed': 'Access-Control-Allow-Headers',
  'preflight-header-not-allowed': 'Access-Control-Allow-Headers',
  'origin-missing': 'Access-Control-Allow-Origin',
  'origin-wildcard-with-credentials': 'Access-Control-Allow-Origin',
  'origin-mismatch': 'Access-Control-Allow-Origin',
  'credentials-not-allowed': 'Access-Control-Allow-Credentials',
  'resource-policy-same-origin': 'Cross-Origin-Resource-Policy',
  'resource-policy-same-site': 'Cross-Origin-Resource-Policy',
  'redirect-location-invalid': 'Location',
  'redirect-scheme-not-http': 'Location',
  'redirect-too-many': 'Location',
  'redirect-url-with-credentials': 'Location',
}

/** Beyond this many messages, as in a circle of redirects, those in the middle say nothing new. */
const MOST_MESSAGES = 4

type Style = Pick<ConsoleOutput, 'columns' | 'paint'>

/** Writes down what went over the wire. What has a say in CORS is marked with `•`, what is to blame with `✕`. */
export function formatMessages({ messages, reason, request }: Exchange, style: Style): string {
  const shown = messages.map((message, index) =>
    formatMessage(message, index === messages.length - 1 ? reason : null, style),
  )
  const unsent =
    messages.at(-1)?.purpose === 'preflight' && reason !== null
      ? [paragraph(style.paint.dim(`The ${printable(request.method)} itself was never sent.`), style.columns, 2)]
      : []
  return [...abridge(shown, style), ...unsent].join('\n')
}

function abridge(shown: readonly string[], { paint }: Style): readonly string[] {
  if (shown.length <= MOST_MESSAGES) return shown
  const kept = MOST_MESSAGES / 2
  const left = shown.length - 2 * kept
  return [...shown.slice(0, kept), paint.dim(`  … ${left} more …`), ...shown.slice(-kept)]
}

function formatMessage({ error, request, response }: ExchangeMessage, reason: ReasonCode | null, style: Style): string {
  const { columns, paint } = style
  const culprit = reason === null ? undefined : CULPRITS[reason]
  const lines = [
    paragraph(
      `${paint.dim('>')} ${paint.heading(`${printable(request.method)} ${printable(request.url)}`)}`,
      columns,
      2,
      2,
    ),
    ...formatHeaders(request.headers, undefined, style),
  ]
  if (response === null)
    return [...lines, paragraph(`${paint.bad('✕')} ${reasonIn(error ?? 'no response')}`, columns, 2, 2)].join('\n')
  const status =
    reason === 'preflight-status-not-ok'
      ? `${paint.bad('✕')} ${paint.bad(String(response.status))}`
      : `${paint.dim('<')} ${paint.heading(String(response.status))}`
  return [...lines, `  ${status}`, ...formatHeaders(response.headers, culprit, style)].join('\n')
}

function formatHeaders(
  headers: HeaderPairs,
  culprit: string | undefined,
  { columns, paint }: Style,
): readonly string[] {
  const lines = headers.map(([name, value]) => {
    const lowercase = name.toLowerCase()
    const line = `${printable(name)}: ${printable(value)}`
    if (lowercase === culprit?.toLowerCase()) return paragraph(`${paint.bad('✕')} ${paint.bad(line)}`, columns, 4, 4)
    return isOfCors(lowercase)
      ? paragraph(`${paint.accent('•')} ${paint.accent(line)}`, columns, 4, 4)
      : paragraph(paint.dim(line), columns, 6, 2)
  })
  const isAbsent = culprit !== undefined && !headers.some(([name]) => name.toLowerCase() === culprit.toLowerCase())
  return isAbsent ? [...lines, `    ${paint.bad('✕')} ${paint.bad(`no ${culprit}`)}`] : lines
}

function isOfCors(lowercase: string): boolean {
  return lowercase.startsWith('access-control-') || CORS_HEADERS.has(lowercase)
}
