import type { Exchange, ExchangeMessage, HeaderPairs } from '@corsac/user-agent'
import { isHeaderOfCors } from './cors-header.ts'
import { html, type Markup } from './markup.ts'
import { exchangeSign } from './report-page-sign.ts'

/** Shows what went over the wire in one step of a case, and what a browser makes of it. */
export function exchangeView(exchange: Exchange, step: number): Markup {
  const { messages, outcome, page, request, steps } = exchange
  const isByHand = steps.length === 0
  const how = isByHand ? 'written by hand' : `for a page on ${page.origin}, credentials ${request.credentials}`
  const sign = isByHand ? '' : exchangeSign(outcome)
  return html`<section class="step">
    <h2>Step ${step + 1}: ${request.method} ${pathOf(request.url)}, ${how} ${sign}</h2>
    ${messages.map(messageView)} ${isByHand ? '' : browserView(exchange)}
  </section>`
}

function messageView({ error = 'No response came.', purpose, request, response }: ExchangeMessage): Markup {
  const answer =
    response === null
      ? html`<p class="first-line">${error}</p>`
      : html`<p class="first-line">${response.status}</p>
          ${fieldsView(response.headers)}`
  return html`<div class="message">
    <div>
      <h3>${purpose === 'preflight' ? 'Preflight' : 'Request'}</h3>
      <p class="first-line">${request.method} ${pathOf(request.url)}</p>
      ${fieldsView(request.headers)}
    </div>
    <div>
      <h3>Response</h3>
      ${answer}
    </div>
  </div>`
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** Lists header fields; those on which CORS depends stand out. */
function fieldsView(headers: HeaderPairs): Markup {
  const items = headers.map(([name, value]) =>
    isHeaderOfCors(name) ? html`<li class="of-cors"><b>${name}:</b> ${value}</li>` : html`<li>${name}: ${value}</li>`,
  )
  return items.length === 0
    ? html`<p class="none">no header</p>`
    : html`<ul class="fields">
        ${items}
      </ul>`
}

function browserView({ steps }: Exchange): Markup {
  const items = steps.map(
    ({ algorithm, anchor, text, verdict }) =>
      html`<li data-verdict="${verdict}">
        <span class="step-verdict">${verdict}</span> <span>${link(anchor, algorithm)}: ${text}</span>
      </li>`,
  )
  return html`<details class="browser">
    <summary>What a browser does, step by step</summary>
    <ol>
      ${items}
    </ol>
  </details>`
}

/** Links to an address of the web; what a report holds beside is shown as text. */
export function link(address: string, text: string): Markup {
  return /^https?:\/\//.test(address) ? html`<a href="${address}" rel="noreferrer">${text}</a>` : html`${text}`
}
