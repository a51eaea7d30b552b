import { printable } from './console-message-facts.ts'
import type { Exchange, ExchangeStep } from './exchange.ts'
import type { HeaderPairs } from './header-list.ts'
import { quote } from './quote.ts'
import type { ReasonCode } from './reason-code.ts'
import { suggestRemedy } from './remedy.ts'

const MARKS: Readonly<Record<ExchangeStep['verdict'], string>> = { pass: '✓', fail: '✕', info: '·' }

/**
 * Explains why a page does not get a response: the `cause` of the `TypeError` with which a fetch rejects.
 *
 * Its message lists the steps that were taken, and says what would mend it.
 */
export class CorsFetchRefusal extends Error {
  override readonly name = 'CorsFetchRefusal'
  /** The step that failed; stable across releases, which the wording is not. */
  readonly reason: ReasonCode
  readonly #exchange: Exchange

  constructor(exchange: Exchange) {
    const { page, request, steps } = exchange
    const reason = exchange.reason ?? 'no-response'
    super(
      [
        `${request.method} ${quote(request.url)} of a page on ${quote(page.origin)} ends with ${reason}`,
        ...steps.map(({ algorithm, text, verdict }) => `  ${MARKS[verdict]} ${algorithm}: ${text}`),
        ...describeRemedy(exchange),
      ].join('\n'),
    )
    this.reason = reason
    this.#exchange = exchange
  }

  /** The whole exchange. Test runners that print the error leave it out. */
  get exchange(): Exchange {
    return this.#exchange
  }

  /** Gives the error as JSON, in which vitest prints it too. */
  toJSON(): Pick<CorsFetchRefusal, 'message' | 'name' | 'reason'> {
    const { message, name, reason } = this
    return { message, name, reason }
  }
}

/**
 * Makes the error with which a fetch rejects where a browser's would: a `TypeError`, and what it means as its cause.
 *
 * Their stacks begin where `fetch` was called.
 */
export function createCorsFetchError(exchange: Exchange, fetch: typeof globalThis.fetch): TypeError {
  const failure = exchange.steps.findLast(({ verdict }) => verdict === 'fail')
  const what = `Failed to fetch ${quote(exchange.request.url)} for a page on ${quote(exchange.page.origin)}`
  const cause = new CorsFetchRefusal(exchange)
  const error = new TypeError(failure === undefined ? what : `${what}: ${failure.text}`, { cause })
  for (const each of [error, cause]) Error.captureStackTrace(each, fetch)
  return error
}

function describeRemedy(exchange: Exchange): readonly string[] {
  const remedy = suggestRemedy(exchange)
  if (remedy === null) return ['No response came, so no header mends this: is a server listening there?']
  if (remedy.change === 'request') return [`To mend it, change the call of fetch. ${remedy.text}`]
  const { afterwards, headers, message, status, text } = remedy
  const answered = exchange.messages[message]?.request
  const where = `${answered?.method ?? ''} ${quote(answered?.url ?? '')}`
  return [
    `To mend it, change the response to ${where}. ${text}`,
    ...(status === null ? [] : [`    status ${status}`]),
    ...headers.map(describeField),
    ...(afterwards.length === 0
      ? []
      : [`The response to ${exchange.request.method} itself will need:`, ...afterwards.map(describeField)]),
  ]
}

function describeField([name, value]: HeaderPairs[number]): string {
  return `    ${name}: ${printable(value)}`
}
