import { html, type Markup, sign } from '@corsac/page'
import type { CaseKind } from '@corsac/test-kit'
import type { CaseOutcome } from '@corsac/test-kit/reports'
import type { ConfigurationFile, ScoreboardSubject } from '../scoreboard-report.ts'
import { formatAddress, type View } from './address.ts'
import { caseOutcome, outcomesByUrgency } from './case-outcome.ts'
import { panel } from './panel.ts'
import { describeCurrency, releaseDate } from './release-view.ts'
import type { ReportIndex } from './report-index.ts'
import { tallySubject } from './tally.ts'
import { webLink } from './web-link.ts'

const KINDS: readonly CaseKind[] = ['must', 'should', 'observe']

/** Shows what was examined, how it was configured, what it does not claim, and what came of it altogether. */
export function subjectPanel(index: ReportIndex, subject: ScoreboardSubject, view: View): Markup {
  const alone = formatAddress({ ...view, only: [subject.id] })
  return panel(
    view,
    subject.name,
    html`<p><a href="${alone}">Show only this implementation</a></p>
      ${subject.notRun === undefined ? null : html`<p>${sign('not-run')} ${subject.notRun}</p>`}
      ${subject.broken === undefined ? null : html`<p>${sign('no-answer')} ${subject.broken}</p>`}
      <section>
        <h3>What was examined</h3>
        ${releaseView(subject)}
      </section>
      ${sums(index, subject)} ${lacks(subject)} ${configuration(subject)}`,
  )
}

function releaseView({ package: { name, registry, release } }: ScoreboardSubject): Markup {
  if (release === null) return html`<p>${name}, which was not installed.</p>`
  const source = { npm: 'from npm', debian: 'from Debian', workspace: 'of this repository', runtime: '' }[registry]
  const date =
    release.released === null
      ? null
      : html`, ${registry === 'debian' ? 'in Debian since' : 'released'} ${releaseDate(release)}`
  return html`<p><code>${name}</code> ${release.version} ${source}${date}. ${describeCurrency(release)}</p>`
}

function sums(index: ReportIndex, subject: ScoreboardSubject): Markup | null {
  if (subject.notRun !== undefined || subject.broken !== undefined) return null
  const tallies = KINDS.map((kind) => ({ kind, ...tallySubject(index, subject, kind) }))
  const outcomes = outcomesByUrgency.filter((outcome) => tallies.some(({ counts }) => counts.has(outcome)))
  const rows = tallies.map(({ counts, kind }) => {
    const cells = outcomes.map(
      (outcome) => html`<td>${counts.get(outcome) ?? 0} ${hidden(subject, kind, outcome)}</td>`,
    )
    return html`<tr>
      <th scope="row">${kind}</th>
      ${cells}
    </tr>`
  })
  return html`<section>
    <h3>What came of its cases</h3>
    <table class="sums">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          ${outcomes.map((outcome) => html`<th scope="col">${sign(outcome)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`
}

/** How many of those that came to an outcome are only counted. */
function hidden({ withheld }: ScoreboardSubject, kind: CaseKind, outcome: CaseOutcome): Markup | null {
  const counts = withheld.filter((each) => each.kind === kind && caseOutcome(kind, each.verdict) === outcome)
  const count = counts.reduce((sum, each) => sum + each.count, 0)
  return count === 0 ? null : html`<span class="count">(${count} withheld)</span>`
}

function lacks({ lacks: reasons }: ScoreboardSubject): Markup | null {
  const items = Object.entries(reasons).map(
    ([capability, reason]) => html`<li><code>${capability}</code>: ${reason}</li>`,
  )
  if (items.length === 0) return null
  return html`<section>
    <h3>What it does not claim, so that it is not blamed for it</h3>
    <ul>
      ${items}
    </ul>
  </section>`
}

function configuration({ configuration: files, documentation }: ScoreboardSubject): Markup {
  return html`<section>
    <h3>How it is configured</h3>
    <p>
      As its documentation says: ${webLink(documentation, documentation)}. This is all of it but what subjects share.
    </p>
    ${files.map(fileView)}
  </section>`
}

function fileView({ path, text }: ConfigurationFile): Markup {
  return html`<figure>
    <figcaption><code>${path}</code></figcaption>
    <pre tabindex="0">${text}</pre>
  </figure>`
}
