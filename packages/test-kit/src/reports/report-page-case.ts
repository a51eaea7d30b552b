import { caseOutcome } from './case-outcome.ts'
import { html, type Markup } from './markup.ts'
import { exchangeView, link } from './report-page-exchange.ts'
import { outcomeSign } from './report-page-sign.ts'
import type { CaseResult, Miss } from './report.ts'
import { suggestMending } from './suggest-mending.ts'

/** Shows a case as a row of the table, which opens in place. */
export function caseRow(result: CaseResult, strict: boolean): Markup {
  const { id, kind, requirement } = result
  const outcome = caseOutcome(result, strict)
  return html`<tr class="case" id="${id}" data-outcome="${outcome}">
    <td class="outcome">${outcomeSign(outcome)}</td>
    <td class="kind">${kind}</td>
    <td>
      <details>
        <summary><code>${id}</code> <span class="requirement">${requirement}</span></summary>
        <div class="detail">${caseDetail(result)}</div>
      </details>
    </td>
  </tr>`
}

function caseDetail(result: CaseResult): Markup {
  const { exchanges, id, misses, policy, spec, why } = result
  const mending = suggestMending(result)
  return html`${why === undefined ? '' : section('Why', html`<pre>${why}</pre>`)}
    ${misses.length === 0 ? '' : section('What is missed', list('misses', misses.map(missView)))}
    ${
      mending.length === 0
        ? ''
        : section(
            'How to mend it',
            list(
              'mending',
              mending.map((text) => html`${text}`),
            ),
          )
    }
    ${section('The policy that the server had', html`<pre>${formatPolicy(policy)}</pre>`)}
    ${exchanges.map((exchange, index) => exchangeView(exchange, index))}
    ${
      spec.length === 0
        ? ''
        : section(
            'Where it is said',
            list(
              'anchors',
              spec.map((anchor) => link(anchor, anchor)),
            ),
          )
    }
    <p class="permalink"><a href="#${id}">Address of this case</a></p>`
}

function formatPolicy(policy: CaseResult['policy']): string {
  const lines = Object.entries(policy).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return lines.length === 0 ? 'the defaults' : lines.join('\n')
}

function missView({ actual, expected, step, subject }: Miss): Markup {
  return html`Step ${step + 1}, ${subject}: expected <b>${expected}</b>, got <b>${actual}</b>`
}

function section(title: string, content: Markup): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`
}

function list(name: string, items: readonly Markup[]): Markup {
  return html`<ul class="${name}">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}
