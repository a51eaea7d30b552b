import { createHash } from 'node:crypto'
import { type CaseOutcome, caseOutcome, outcomesByUrgency } from './case-outcome.ts'
import { designTokens } from './design-tokens.ts'
import { html, type Markup, renderMarkup, trust } from './markup.ts'
import { caseRow } from './report-page-case.ts'
import { reportPageScript } from './report-page-script.ts'
import { countSign, outcomeSign, signShapes } from './report-page-sign.ts'
import { reportPageStyle } from './report-page-style.ts'
import { nameSubjects, partReport, type ReportPart } from './report-parts.ts'
import { type KindSummary, type ReadingOptions, type ReportSummary, summarizeReport } from './report-summary.ts'
import type { ConformanceReport } from './report.ts'

/** The choices of cases to look at: the word in the address, what it is called, and what is shown. */
const VIEWS: readonly (readonly [address: string, title: string, outcomes: readonly CaseOutcome[]])[] = [
  ['all', 'All', outcomesByUrgency],
  ['to-mend', 'To mend', ['not-examined', 'no-answer', 'failed', 'warned']],
  ['differs', 'Matters of taste', ['differs']],
  ['not-applicable', 'Not applicable', ['not-applicable']],
  ['passed', 'Passed', ['passed']],
]

const VERDICTS: Readonly<Record<ReportSummary['exitCode'], CaseOutcome>> = {
  0: 'passed',
  1: 'failed',
  3: 'no-answer',
  4: 'not-examined',
}

const MEANINGS: Readonly<Record<KindSummary['kind'], string>> = {
  must: 'The standard or HTTP leaves no choice.',
  should: 'Good practice.',
  observe: 'A matter of taste, only noted.',
}

const FOX =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#b8591a" d="M3 3l8 6h10l8-6-1 13-7 9h-10l-7-9z"/><path fill="#f7e7d3" d="M4 16l8 1 4 6 4-6 8-1-7 9-5 5-5-5z"/><path fill="#231d16" d="M10 14.5l3.5 1.2-2.6 1.3zM22 14.5l-3.5 1.2 2.6 1.3zM14 26h4l-2 3z"/></svg>'

/**
 * Writes a report as a page: one file that needs nothing else, neither a network nor a script to be read.
 *
 * Every case opens in place. The address says which one is open, and which are shown, so that it can be sent to somebody.
 */
export function formatHtml(report: ConformanceReport, { strict = false }: ReadingOptions = {}): string {
  const name = nameSubjects(report)
  const summary = summarizeReport(report, { strict })
  const style = designTokens + reportPageStyle
  // Whatever a server may have sent: nothing runs but our own script, and nothing is fetched.
  const security = `default-src 'none'; img-src data:; style-src '${hashOf(style)}'; script-src '${hashOf(reportPageScript)}'`
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content="${security}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>CORS conformance of ${name}</title>
        <link rel="icon" href="data:image/svg+xml,${encodeURIComponent(FOX)}" />
        ${trust(`<style>${style}</style>`)}
      </head>
      <body>
        ${signShapes()}
        <a class="skip-link" href="#cases">Skip to the cases</a>
        ${pageHead(report, name)}
        <main>${verdict(summary)} ${viewLinks(report, strict)} ${caseTable(report, strict)}</main>
        ${pageFoot(report)} ${trust(`<script>${reportPageScript}</script>`)}
      </body>
    </html>`
  return `${renderMarkup(page)}\n`
}

function pageHead({ results }: ConformanceReport, name: string): Markup {
  return html`<header class="page-header">
    ${trust(FOX)}
    <div>
      <h1>CORS conformance of ${name}</h1>
      <p class="lead">
        What browsers make of this server when pages on other origins call it: ${results.length} cases, each a
        requirement of the Fetch standard, of HTTP or of good practice. Start with what failed, and open a case to see
        what went over the wire, why it counts and how to mend it.
      </p>
    </div>
  </header>`
}

function verdict({ exitCode, kinds, sentence }: ReportSummary): Markup {
  const rows = kinds.map(
    ({ counts, kind, total }) =>
      html`<tr>
        <th scope="row">${kind}</th>
        <td>${MEANINGS[kind]}</td>
        <td class="total">${total}</td>
        <td class="counts">${counts.toReversed().map(({ count, outcome }) => html`${countSign(outcome, count)} `)}</td>
      </tr>`,
  )
  return html`<section class="verdict" data-exit-code="${exitCode}">
    <p class="sentence">${outcomeSign(VERDICTS[exitCode])} ${sentence}</p>
    <table class="sums">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">When</th>
          <th scope="col" class="total">Cases</th>
          <th scope="col">What became of them</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`
}

function viewLinks({ results }: ConformanceReport, strict: boolean): Markup {
  const links = VIEWS.map(([address, title, outcomes]) => {
    const count = results.filter((result) => outcomes.includes(caseOutcome(result, strict))).length
    return html`<li><a href="#${address}" data-outcomes="${outcomes.join(' ')}">${title} (${count})</a></li>`
  })
  return html`<nav class="views" aria-label="Which cases are shown">
    <ul>
      ${links}
    </ul>
  </nav>`
}

function caseTable(report: ConformanceReport, strict: boolean): Markup {
  return html`<table class="cases" id="cases">
      <caption>
        The cases, part by part. Select one to open it.
      </caption>
      <thead>
        <tr>
          <th scope="col" class="outcome">Outcome</th>
          <th scope="col" class="kind">Kind</th>
          <th scope="col">Case</th>
        </tr>
      </thead>
      ${partReport(report).map((part) => partBody(part, strict))}
    </table>
    <p class="empty" hidden>There is no such case in this report.</p>`
}

function partBody({ results, title }: ReportPart, strict: boolean): Markup {
  return html`<tbody>
    <tr class="part">
      <th scope="rowgroup" colspan="3">${title}</th>
    </tr>
    ${results.map((result) => caseRow(result, strict))}
  </tbody>`
}

function pageFoot({ date, machine: { arch, node, platform }, tool, version }: ConformanceReport): Markup {
  return html`<footer class="page-footer">
    <p>${tool} ${version}, <time datetime="${date}">${date}</time>, Node ${node} on ${platform} ${arch}.</p>
  </footer>`
}

/** A hash as a Content-Security-Policy has it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
