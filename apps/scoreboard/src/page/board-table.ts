import { html, type Markup, sign } from '@corsac/page'
import type { ScoreboardCase, ScoreboardSubject } from '../scoreboard-report.ts'
import { formatAddress, type View } from './address.ts'
import { standingOf, tallyCell, toggle } from './board-cell.ts'
import { caseOutcome } from './case-outcome.ts'
import { cellPanel } from './cell-panel.ts'
import { releaseDate, releaseSign } from './release-view.ts'
import type { ReportIndex, ScoreboardSuite } from './report-index.ts'
import { subjectPanel } from './subject-panel.ts'
import { chooseCases, tallyCases, tallySubject } from './tally.ts'

/** Shows the parts of the standard by the implementations, with what is opened in place. */
export function boardTable(index: ReportIndex, view: View): Markup {
  const columns = index.report.subjects.filter(({ id }) => view.only?.includes(id) ?? true)
  const suites = index.report.suites.filter(({ cases }) => chooseCases(cases, view.kind).length > 0)
  return html`<table class="board" aria-label="Parts of the standard by implementations" aria-describedby="cells">
    ${tableHead(columns, view)}
    <tbody>
      ${openedSubject(index, columns, view)} ${sumRow(index, columns, view)}
      ${suites.map((suite) => suiteRows(index, suite, columns, view))}
    </tbody>
  </table>`
}

function tableHead(columns: readonly ScoreboardSubject[], view: View): Markup {
  const platforms = [...new Set(columns.map(({ platform }) => platform))].map((platform) => {
    const width = columns.filter((column) => column.platform === platform).length
    return html`<th scope="colgroup" colspan="${width}"><span>${platform}</span></th>`
  })
  return html`<thead>
    <tr class="platforms">
      <th scope="col" rowspan="2" class="corner">Part of the standard</th>
      ${platforms}
    </tr>
    <tr>
      ${columns.map((subject) => html`<th scope="col" ${place(columns, subject)}>${subjectHead(subject, view)}</th>`)}
    </tr>
  </thead>`
}

function subjectHead({ id, name, package: examined }: ScoreboardSubject, view: View): Markup {
  const { release } = examined
  return html`<div class="subject">
    <a ${toggle(view, { subject: id, suite: null, case: null })}>${breakable(name)}</a>
    ${release === null ? null : html`<span class="version">${breakable(release.version)}</span>`}
    ${releaseDate(release)} ${releaseSign(examined)}
  </div>`
}

/** Marks the first column of a platform. */
function place(columns: readonly ScoreboardSubject[], subject: ScoreboardSubject): Markup | null {
  const isFirst = columns.find(({ platform }) => platform === subject.platform) === subject
  return isFirst ? html`class="first"` : null
}

/** Lets a name break where a reader would. */
function breakable(name: string): Markup {
  return html`${name.split(/(?<=[/.+-])/).map((part) => html`${part}<wbr />`)}`
}

function openedSubject(index: ReportIndex, columns: readonly ScoreboardSubject[], view: View): Markup | null {
  if (view.opened?.suite !== null) return null
  const subject = index.subjects.get(view.opened.subject ?? '')
  return subject === undefined ? null : openedRow(columns, subjectPanel(index, subject, view))
}

function openedRow(columns: readonly ScoreboardSubject[], panel: Markup): Markup {
  return html`<tr class="opened">
    <td colspan="${columns.length + 1}">${panel}</td>
  </tr>`
}

function sumRow(index: ReportIndex, columns: readonly ScoreboardSubject[], view: View): Markup {
  const total = chooseCases([...index.cases.values()], view.kind).length
  const cells = cellsOf(columns, (subject) => {
    const opened = { subject: subject.id, suite: null, case: null }
    return tallyCell(subject, tallySubject(index, subject, view.kind), toggle(view, opened, `open-all-${subject.id}`))
  })
  return html`<tr class="sum">
    ${rowHead(html`All parts, withheld cases included`, total)} ${cells}
  </tr>`
}

function suiteRows(
  index: ReportIndex,
  suite: ScoreboardSuite,
  columns: readonly ScoreboardSubject[],
  view: View,
): Markup {
  const cases = chooseCases(suite.cases, view.kind)
  const cells = cellsOf(columns, (subject) => {
    const opened = { subject: subject.id, suite: suite.id, case: null }
    return tallyCell(subject, tallyCases(index, subject, cases), toggle(view, opened))
  })
  const title = html`<a ${toggle(view, { subject: null, suite: suite.id, case: null })}>${suite.title}</a>`
  return html`<tr class="suite">
      ${rowHead(title, cases.length)} ${cells}
    </tr>
    ${openedSuite(index, suite, cases, columns, view)}`
}

function cellsOf(
  columns: readonly ScoreboardSubject[],
  content: (subject: ScoreboardSubject) => Markup,
): readonly Markup[] {
  return columns.map((subject) => html`<td ${place(columns, subject)}>${content(subject)}</td>`)
}

function rowHead(title: Markup, count: number): Markup {
  return html`<th scope="row">
    <div>${title} <span class="count">${count} ${count === 1 ? 'case' : 'cases'}</span></div>
  </th>`
}

function openedSuite(
  index: ReportIndex,
  suite: ScoreboardSuite,
  cases: readonly ScoreboardCase[],
  columns: readonly ScoreboardSubject[],
  view: View,
): Markup | null {
  if (view.opened?.suite !== suite.id) return null
  if (view.opened.subject === null) return html`${cases.map((each) => caseRow(index, each, suite, columns, view))}`
  const subject = index.subjects.get(view.opened.subject)
  return subject === undefined ? null : openedRow(columns, cellPanel(index, subject, suite, view))
}

/** A case by the implementations, where a part is opened as a whole. */
function caseRow(
  { resultOf }: ReportIndex,
  { id, kind, requirement }: ScoreboardCase,
  suite: ScoreboardSuite,
  columns: readonly ScoreboardSubject[],
  view: View,
): Markup {
  const cells = cellsOf(columns, (subject) => {
    const result = resultOf(subject, id)
    if (result === undefined) return sign(standingOf(subject) ?? 'withheld')
    const opened = { subject: subject.id, suite: suite.id, case: id }
    const outcome = sign(caseOutcome(kind, result.verdict))
    return html`<a href="${formatAddress({ ...view, opened })}" class="cell">${outcome}</a>`
  })
  return html`<tr class="case">
    <th scope="row">
      <div>${requirement} <span class="count">${kind}</span></div>
    </th>
    ${cells}
  </tr>`
}
