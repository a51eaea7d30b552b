import type { Exchange, HeaderPairs, ResponseRemedy } from '@corsac/user-agent'
import type { ConsoleOutput } from '../console-output.ts'
import { paragraph } from '../layout.ts'
import { printable } from '../printable.ts'
import type { Explanation } from './explanation.ts'

type Style = Pick<ConsoleOutput, 'columns' | 'paint'>

/** Writes down what to do; header fields stand on lines of their own, so that they can be pasted. */
export function formatRemedy(exchange: Exchange, { noResponse, remedy }: Explanation, style: Style): string {
  if (noResponse !== null) return labelled('Not a matter of CORS', noResponse.advice, style)
  if (remedy === null) return ''
  return remedy.change === 'request'
    ? labelled('Fix in the page', remedy.text, style)
    : formatResponseRemedy(exchange, remedy, style)
}

function formatResponseRemedy({ messages, request }: Exchange, remedy: ResponseRemedy, style: Style): string {
  const { afterwards, headers, status, text } = remedy
  const failed = messages[remedy.message]
  const place = failed === undefined ? 'it' : `${printable(failed.request.method)} ${printable(failed.request.url)}`
  if (headers.length === 0 && status === null) return labelled('Fix', text, style)
  const what = [
    ...(status === null ? [] : [`with the status ${status}`]),
    ...(headers.length === 0 ? [] : [headers.length === 1 ? 'with this header' : 'with these headers']),
  ].join(', and ')
  return [
    labelled('Fix', `Answer ${place} ${what}${headers.length === 0 ? '.' : ':'}`, style),
    ...formatFields(headers, style),
    paragraph(text, style.columns, 2),
    ...(afterwards.length === 0
      ? []
      : [
          paragraph(
            `The response to the ${printable(request.method)} itself, which was never sent, needs:`,
            style.columns,
            2,
          ),
          ...formatFields(afterwards, style),
        ]),
  ].join('\n\n')
}

function formatFields(headers: HeaderPairs, { paint }: Style): readonly string[] {
  if (headers.length === 0) return []
  return [headers.map(([name, value]) => `    ${paint.good(`${name}: ${printable(value)}`)}`).join('\n')]
}

function labelled(label: string, text: string, { columns, paint }: Style): string {
  return paragraph(`${paint.heading(`${label}:`)} ${text}`, columns, 0, 2)
}
