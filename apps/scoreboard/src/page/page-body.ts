import { html, legend, type Markup, pageFooter, pageHeader, sign, type SignName, signShapes } from '@corsac/page'
import { defaultView, formatAddress, type KindChoice, kindChoices } from './address.ts'
import { boardTable } from './board-table.ts'
import type { ReportIndex } from './report-index.ts'
import { chooseCases } from './tally.ts'

const KINDS: Readonly<Record<KindChoice, string>> = {
  must: 'the standard or HTTP leaves no choice',
  should: 'good practice',
  observe: 'a matter of taste',
  all: 'together',
}

const MEANINGS: readonly (readonly [sign: SignName, meaning: string])[] = [
  ['passed', 'all that apply and may be shown'],
  ['failed', 'a must is missed'],
  ['warned', 'a should is missed'],
  ['differs', 'from a matter of taste'],
  ['not-applicable', 'it does not claim to; never counted as passed'],
  ['withheld', "of others' software, could be the first report of a vulnerability; only counted"],
  ['no-answer', 'it did not start, or did not answer'],
  ['not-run', 'something that it needs was missing'],
]

/** The page as it is before anybody touches it, which can be read without a script. */
export function pageBody(index: ReportIndex): Markup {
  const { date, subjects } = index.report
  return html`${signShapes()}
    <a class="skip-link" href="#board">Skip to the table</a>
    ${pageHeader(
      'CORS scoreboard',
      html`${subjects.length} implementations of CORS, each put through the same ${index.cases.size} cases on
        <time datetime="${date}">${date.slice(0, 10)}</time>. Select a cell for its cases, what went over the wire and
        what a browser makes of it; a name for its release and how it is configured; a part to compare case by case. The
        address always leads back to what you see.`,
    )}
    <main>
      <p class="note" id="unscripted">Without a script the table can be read, but not opened or filtered.</p>
      <div class="controls" hidden>${kindLinks(index)} ${subjectChoice(index)}</div>
      ${legend(
        'Signs',
        MEANINGS.map(([name, meaning]) => [sign(name), meaning] as const),
      )}
      <p class="note" id="notice" role="status" hidden></p>
      <p class="note hint" id="cells">
        Each cell has how many cases were passed, of those that apply and may be shown. Arrow keys move from cell to
        cell.
      </p>
      <div id="board" tabindex="-1">${boardTable(index, defaultView)}</div>
    </main>
    ${pageFooter(
      index.report,
      html`All servers are written as <code>http://127.0.0.1:8000</code>, wherever they listened.`,
    )}`
}

function kindLinks({ cases }: ReportIndex): Markup {
  const items = kindChoices.map((kind) => {
    const count = chooseCases([...cases.values()], kind).length
    const address = formatAddress({ ...defaultView, kind })
    return html`<li>
      <a href="${address}" data-kind="${kind}"><b>${kind}</b> <span>${KINDS[kind]}, ${count} cases</span></a>
    </li>`
  })
  return html`<nav class="kinds" aria-label="Kind of cases">
    <ul>
      ${items}
    </ul>
  </nav>`
}

function subjectChoice({ report: { subjects } }: ReportIndex): Markup {
  const items = subjects.map(
    ({ id, name }) =>
      html`<li>
        <label><input type="checkbox" value="${id}" checked /> ${name}</label>
      </li>`,
  )
  return html`<details class="subjects">
    <summary>Implementations: <span id="chosen">all ${subjects.length}</span></summary>
    <fieldset>
      <legend>Which are shown</legend>
      <ul>
        ${items}
      </ul>
      <button type="button" id="choose-all">All</button> <button type="button" id="choose-none">None</button>
    </fieldset>
  </details>`
}
