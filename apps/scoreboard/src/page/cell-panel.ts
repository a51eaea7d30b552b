import { html, type Markup, sign } from '@corsac/page'
import type { ScoreboardCase, ScoreboardResult, ScoreboardSubject } from '../scoreboard-report.ts'
import { formatAddress, type View } from './address.ts'
import { caseDetail } from './case-detail.ts'
import { caseOutcome, outcomesByUrgency } from './case-outcome.ts'
import { openerId } from './opener-id.ts'
import { panel } from './panel.ts'
import type { ReportIndex, ScoreboardSuite } from './report-index.ts'
import { chooseCases } from './tally.ts'

interface ShownCase {
  readonly examined: ScoreboardCase
  readonly result: ScoreboardResult
}

/** Shows what came of the cases of one part for one implementation; what is to be looked at comes first. */
export function cellPanel(index: ReportIndex, subject: ScoreboardSubject, suite: ScoreboardSuite, view: View): Markup {
  const cases = chooseCases(suite.cases, view.kind)
  const shown = cases
    .flatMap((examined) => {
      const result = index.resultOf(subject, examined.id)
      return result === undefined ? [] : [{ examined, result }]
    })
    .toSorted((a, b) => urgencyOf(a) - urgencyOf(b))
  const items = shown.map((each) => caseItem(index, subject, each, view))
  return panel(
    view,
    `${subject.name} ${subject.package.release?.version ?? ''}: ${suite.title}`,
    html`${subject.notRun === undefined ? null : html`<p>It was not examined. ${subject.notRun}</p>`}
    ${subject.broken === undefined ? null : html`<p>${subject.broken}</p>`}
    ${withheldNote(subject, cases.length - shown.length, view)}
    ${
      items.length === 0
        ? null
        : html`<ul class="cases">
            ${items}
          </ul>`
    }`,
  )
}

function urgencyOf({ examined, result }: ShownCase): number {
  return outcomesByUrgency.indexOf(caseOutcome(examined.kind, result.verdict))
}

function withheldNote({ broken, id, notRun }: ScoreboardSubject, count: number, view: View): Markup | null {
  if (count === 0 || broken !== undefined || notRun !== undefined) return null
  const address = formatAddress({ ...view, opened: { subject: id, suite: null, case: null } })
  const cases = count === 1 ? '1 case of this part is' : `${count} cases of this part are`
  return html`<p class="note">
    ${sign('withheld')}
    <span
      >${cases} not shown, passed or not: they imitate attacks, have a policy written by mistake or demand that somebody
      is refused. What they show of somebody else's software could be the first report of a vulnerability, so it is only
      <a href="${address}">counted, over all parts together</a>.</span
    >
  </p>`
}

function caseItem(index: ReportIndex, subject: ScoreboardSubject, { examined, result }: ShownCase, view: View): Markup {
  const { id, kind, requirement } = examined
  const suite = view.opened?.suite ?? null
  const isOpen = view.opened?.case === id
  const address = formatAddress({ ...view, opened: { subject: subject.id, suite, case: isOpen ? null : id } })
  return html`<li class="${isOpen ? 'open' : 'closed'}">
    <a
      class="case"
      id="${openerId({ subject: subject.id, suite, case: id })}"
      href="${address}"
      aria-expanded="${isOpen ? 'true' : 'false'}"
    >
      ${sign(caseOutcome(kind, result.verdict))} <span class="kind">${kind}</span>
      <span class="requirement">${requirement} <code>${id}</code></span>
    </a>
    ${isOpen ? caseDetail(index, subject, examined, result, view) : null}
  </li>`
}
