import { html, type Markup, sign } from '@corsac/page'
import type { Miss } from '@corsac/test-kit'
import type { ScoreboardCase, ScoreboardResult, ScoreboardSubject } from '../scoreboard-report.ts'
import { formatAddress, type View } from './address.ts'
import { caseOutcome } from './case-outcome.ts'
import { exchangeView } from './exchange-view.ts'
import type { ReportIndex } from './report-index.ts'
import { webLink } from './web-link.ts'

/** Shows one case: what was missed, what went over the wire, what a browser does, and where the rule stands. */
export function caseDetail(
  index: ReportIndex,
  subject: ScoreboardSubject,
  examined: ScoreboardCase,
  { exchanges, misses, why }: ScoreboardResult,
  view: View,
): Markup {
  const { advisories = [], policy, spec } = examined
  return html`<div class="detail">
    ${why === undefined ? null : section('Why', html`<p class="why">${why}</p>`)}
    ${misses.length === 0 ? null : section('What is missed', list(misses.map(missView)))}
    ${section('The policy that it was given', html`<pre>${formatPolicy(policy)}</pre>`)} ${exchanges.map(exchangeView)}
    ${spec.length === 0 ? null : section('Where it is said', list(spec.map((address) => webLink(address, address))))}
    ${advisories.length === 0 ? null : section('Published as', html`<p>${advisories.join(', ')}</p>`)}
    ${section('The same case elsewhere', elsewhere(index, subject, examined, view))}
  </div>`
}

function section(title: string, content: Markup): Markup {
  return html`<section>
    <h3>${title}</h3>
    ${content}
  </section>`
}

function list(items: readonly Markup[]): Markup {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

function missView({ actual, expected, step, subject }: Miss): Markup {
  return html`Step ${step + 1}, ${subject}: expected <b>${expected}</b>, got <b>${actual}</b>`
}

function formatPolicy(policy: ScoreboardCase['policy']): string {
  const lines = Object.entries(policy).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return lines.length === 0 ? 'the defaults' : lines.join('\n')
}

function elsewhere(
  { report, resultOf }: ReportIndex,
  subject: ScoreboardSubject,
  { id, kind }: ScoreboardCase,
  view: View,
): Markup {
  const suite = view.opened?.suite ?? null
  const items = report.subjects
    .filter((other) => other !== subject && (view.only?.includes(other.id) ?? true))
    .flatMap((other) => {
      const result = resultOf(other, id)
      if (result === undefined) return []
      const address = formatAddress({ ...view, opened: { subject: other.id, suite, case: id } })
      return html`<li><a href="${address}">${other.name}</a> ${sign(caseOutcome(kind, result.verdict))}</li>`
    })
  return items.length === 0
    ? html`<p>It is shown of no other.</p>`
    : html`<ul class="elsewhere">
        ${items}
      </ul>`
}
