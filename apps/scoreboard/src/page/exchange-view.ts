import { html, type Markup, sign } from '@corsac/page'
import type { CaseResult } from '@corsac/test-kit'
import { webLink } from './web-link.ts'

type Exchange = CaseResult['exchanges'][number]
type Message = Exchange['messages'][number]

/** The fields on which CORS depends. */
const FIELDS_OF_CORS = /^(?:access-control-.*|origin|vary|cookie|set-cookie|timing-allow-origin)$/i

/** Shows what went over the wire in one step of a case, and what a browser makes of it. */
export function exchangeView(exchange: Exchange, step: number): Markup {
  const { messages, outcome, page, request, steps } = exchange
  // Only a page's request is judged as a browser would.
  const isOfPage = steps.length > 0
  const how = isOfPage ? `for a page on ${page.origin}, credentials ${request.credentials}` : 'written by hand'
  return html`<section class="step">
    <h3>
      <span>Step ${step + 1}: ${request.method} ${pathOf(request.url)}, ${how}</span>
      ${isOfPage ? sign(outcome) : null}
    </h3>
    ${messages.map(messageView)} ${isOfPage ? browserView(exchange) : null}
  </section>`
}

function messageView({ error = 'No response came.', purpose, request, response }: Message): Markup {
  return html`<div class="message">
    <div>
      <h4>${purpose === 'preflight' ? 'Preflight' : 'Request'}</h4>
      <p class="first-line">${request.method} ${pathOf(request.url)}</p>
      ${fieldsView(request.headers)}
    </div>
    <div>
      <h4>Response</h4>
      <p class="first-line">${response === null ? error : response.status}</p>
      ${response === null ? null : fieldsView(response.headers)}
    </div>
  </div>`
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

function fieldsView(headers: Message['request']['headers']): Markup {
  const items = headers.map(([name, value]) =>
    FIELDS_OF_CORS.test(name)
      ? html`<li class="of-cors"><b>${name}:</b> ${value}</li>`
      : html`<li>${name}: ${value}</li>`,
  )
  return items.length === 0
    ? html`<p>no header</p>`
    : html`<ul class="fields">
        ${items}
      </ul>`
}

function browserView({ steps }: Exchange): Markup {
  const items = steps.map(
    ({ algorithm, anchor, text, verdict }) =>
      html`<li data-verdict="${verdict}">
        <span class="verdict">${verdict}</span> <span>${webLink(anchor, algorithm)}: ${text}</span>
      </li>`,
  )
  return html`<h4>What a browser does</h4>
    <ol class="browser">
      ${items}
    </ol>`
}
