import type { Exchange, ExchangeMessage, HeaderPairs } from '@corsac/user-agent'

/** Writes an exchange down as it went over the wire, one line for each header. */
export function formatExchange({ messages, outcome, page, reason, steps }: Exchange): string {
  const end =
    steps.length === 0 ? [] : [`a page on ${page.origin} finds it ${outcome}${reason === null ? '' : ` (${reason})`}`]
  return [...messages.flatMap(formatMessage), ...end].join('\n')
}

function formatMessage({ error = 'no reason given', request, response }: ExchangeMessage): readonly string[] {
  return [
    `> ${request.method} ${request.url}`,
    ...formatHeaders(request.headers),
    ...(response === null ? [`< no response: ${error}`] : [`< ${response.status}`, ...formatHeaders(response.headers)]),
  ]
}

function formatHeaders(headers: HeaderPairs): readonly string[] {
  return headers.map(([name, value]) => `    ${name}: ${abridge(value)}`)
}

function abridge(value: string): string {
  return value.length <= 120 ? value : `${value.slice(0, 120)}… (${value.length} characters)`
}
