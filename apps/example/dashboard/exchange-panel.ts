import type { ExchangeStep, PageRequest } from '@corsac/user-agent'
import type { CellRun } from './cell-run.ts'
import { element } from './element.ts'
import { headerList, messageView } from './message-view.ts'
import { outcomeSign, outcomeWord } from './outcome.ts'
import type { PageView } from './page-fetch.ts'

/** Shows what came of a cell: what the page did and saw, what went over the wire, and why it ended so. */
export function exchangePanel(run: CellRun, onClose: () => void): HTMLElement {
  const { server, scenario, outcome, isExpected, view, exchange, messages } = run
  const closeButton = element('button', { type: 'button' }, 'Close')
  closeButton.addEventListener('click', onClose)
  return element(
    'div',
    { class: 'exchange' },
    element(
      'div',
      { class: 'exchange-head' },
      element('h3', {}, `${server.name}: ${scenario.title}`),
      outcomeSign(outcome),
      closeButton,
    ),
    element(
      'p',
      { class: 'exchange-verdict' },
      element('b', {}, isExpected ? 'As expected. ' : `Not as expected, which is ${outcomeWord(scenario.expected)}. `),
      isExpected ? scenario.because : describeSurprise(run),
    ),
    element(
      'div',
      { class: 'exchange-views' },
      element(
        'section',
        {},
        element('h4', {}, 'What the page did'),
        element('p', {}, scenario.does),
        element('pre', {}, `// on ${exchange.page.origin}\n${describeCall(exchange.request)}`),
      ),
      element('section', {}, element('h4', {}, 'What the page saw'), ...pageSaw(view)),
    ),
    ...messages.map((message, index) => messageView(message, index + 1)),
    outcome === 'preflight-refused'
      ? element('p', { class: 'never-sent' }, `The ${scenario.method} itself was never sent.`)
      : '',
    messages.length === 0 ? '' : whyView(exchange.steps),
  )
}

function describeSurprise({ outcome, view, messages, server }: CellRun): string {
  if (messages.length === 0) return `No request reached ${server.origin}: is the example still running?`
  if (view.kind === 'response') return 'A response came, but without what the page was after.'
  return outcome === 'preflight-refused' ? 'The browser refused the preflight.' : 'The browser withheld the response.'
}

/** Writes a request as the code that makes it. */
function describeCall({ url, method, credentials, headers, body }: PageRequest): string {
  const options = [
    `method: ${JSON.stringify(method)}`,
    `credentials: ${JSON.stringify(credentials)}`,
    ...(headers.length === 0 ? [] : [`headers: ${JSON.stringify(Object.fromEntries(headers))}`]),
    ...(body === undefined ? [] : [`body: ${JSON.stringify(body)}`]),
  ]
  return [`await fetch(${JSON.stringify(url)}, {`, ...options.map((option) => `  ${option},`), '})'].join('\n')
}

const MAX_BODY = 200

function pageSaw(view: PageView): readonly HTMLElement[] {
  if (view.kind === 'error') {
    return [
      element('pre', {}, view.message),
      element('p', {}, 'And nothing else: no status, no header, not a byte of a body.'),
    ]
  }
  const { status, headers, body } = view
  const shownBody = body.length > MAX_BODY ? `${body.slice(0, MAX_BODY)} … (${body.length} characters)` : body
  return [
    element('p', {}, `Status ${status}, and these headers:`),
    headerList(headers),
    body === '' ? element('p', {}, 'The body is empty.') : element('pre', {}, shownBody),
  ]
}

function whyView(steps: readonly ExchangeStep[]): HTMLElement {
  return element(
    'section',
    { class: 'why' },
    element('h4', {}, 'Why: the steps of the Fetch standard, on these messages'),
    element('ol', {}, ...steps.map(stepView)),
  )
}

const VERDICTS = { pass: 'passes', fail: 'fails', info: 'note' } as const

function stepView({ algorithm, anchor, verdict, text }: ExchangeStep): HTMLElement {
  return element(
    'li',
    { 'data-verdict': verdict },
    element('span', { class: 'step-verdict' }, VERDICTS[verdict]),
    element('span', {}, element('a', { href: anchor, target: '_blank', rel: 'noreferrer' }, algorithm), `: ${text}`),
  )
}
