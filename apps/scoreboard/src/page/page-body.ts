import { defaultView, formatAddress, type KindChoice, kindChoices } from './address.ts'
import { boardTable } from './board-table.ts'
import { fox } from './fox.ts'
import { html, type Markup } from './markup.ts'
import type { ReportIndex } from './report-index.ts'
import { sign, type SignName, signShapes } from './sign.ts'
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
    <header class="page-header">
      ${fox}
      <div>
        <h1>CORS scoreboard</h1>
        <p class="lead">
          ${subjects.length} implementations of CORS, each put through the same ${index.cases.size} cases on
          <time datetime="${date}">${date.slice(0, 10)}</time>. Select a cell for its cases, what went over the wire and
          what a browser makes of it; a name for its release and how it is configured; a part to compare case by case.
          The address always leads back to what you see.
        </p>
      </div>
    </header>
    <main>
      <p class="note" id="unscripted">Without a script the table can be read, but not opened or filtered.</p>
      <div class="controls" hidden>${kindLinks(index)} ${subjectChoice(index)}</div>
      ${legend()}
      <p class="note" id="notice" role="status" hidden></p>
      <p class="note hint" id="cells">
        Each cell has how many cases were passed, of those that apply and may be shown. Arrow keys move from cell to
        cell.
      </p>
      <div id="board" tabindex="-1">${boardTable(index, defaultView)}</div>
    </main>
    ${pageFoot(index)}`
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

function legend(): Markup {
  const items = MEANINGS.map(
    ([name, meaning]) =>
      html`<div>
        <dt>${sign(name)}</dt>
        <dd>${meaning}</dd>
      </div>`,
  )
  return html`<dl class="legend" aria-label="Signs">${items}</dl>`
}

function pageFoot({ report: { date, machine, tool, version } }: ReportIndex): Markup {
  const { arch, cores, cpu, node, platform } = machine
  return html`<footer class="page-footer">
    <p>
      ${tool} ${version}, <time datetime="${date}">${date}</time>, Node ${node} on ${platform} ${arch}, ${cores} ×
      ${cpu}. All servers are written as <code>http://127.0.0.1:8000</code>, wherever they listened.
    </p>
  </footer>`
}
