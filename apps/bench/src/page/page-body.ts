import { html, type Markup, pageFooter, pageHeader, sign, signShapes } from '@corsac/page'
import { misses } from '../figure.ts'
import type { BenchReport } from '../report-file.ts'
import { type Answer, answersOf } from './answers.ts'
import { formatWhole } from './format-number.ts'
import { frameworksSection } from './frameworks-section.ts'
import { growthSection } from './growth-section.ts'
import { httpSection } from './http-section.ts'
import { linesSection } from './lines-section.ts'
import { type PageSection, pageSection } from './page-section.ts'
import { figuresWithLines } from './pass-line.ts'
import { preflightsSection } from './preflights-section.ts'
import { reloadSection } from './reload-section.ts'
import { scaleSection } from './scale-section.ts'
import { sizeSection } from './size-section.ts'

/** What the page is called. */
export const PAGE_TITLE = 'What CORS costs'

/** All of the page that is seen. */
export function pageBody(report: BenchReport): Markup {
  const sections = [
    frameworksSection,
    httpSection,
    scaleSection,
    growthSection,
    reloadSection,
    sizeSection,
    preflightsSection,
    linesSection,
  ].map((section) => section(report))
  return html`${signShapes()}
    <a class="skip-link" href="#answers">Skip to the answers</a>
    ${pageHeader(PAGE_TITLE, lead(report))}
    <main>
      ${runNote(report)} ${report.quick ? quickNote() : null} ${answers(report)} ${contents(sections)}
      ${sections.map(pageSection)}
    </main>
    ${pageFooter(report, html`Nothing in this page is fetched, and nothing in it runs.`)}`
}

function lead({ version }: BenchReport): Markup {
  return html`What a server pays for CORS: with headers written by hand, with the package that its framework’s users
  usually take, and with Corsac ${version}. Compare by the ratios (×), which are of one run; nanoseconds are those of
  one machine on one day. Each plot has its numbers as a table below it, and each title is a link to itself.`
}

function runNote({ date, machine }: BenchReport): Markup {
  const { arch, cores, cpu, node, platform } = machine
  return html`<p class="hint">
    Measured on <time datetime="${date}">${date.slice(0, 10)}</time> with Node ${node.replace(/^v/, '')} on ${cpu},
    ${cores} cores, ${platform} ${arch}. Yours: <code>pnpm bench --json FILE</code>, then
    <code>pnpm bench:page --from FILE</code>.
  </p>`
}

function quickNote(): Markup {
  return html`<p class="note quick">
    ${sign('warned', 'a quick run')}
    <span>Made with <code>--quick</code>: few rounds, to see that it runs. Its figures are not to be quoted.</span>
  </p>`
}

function answers(report: BenchReport): Markup {
  return html`<section id="answers" aria-label="The answers" tabindex="-1">
    <dl class="answers">${answersOf(report).map(answer)}</dl>
    ${linesNote(report)}
  </section>`
}

function answer({ question, said, section }: Answer): Markup {
  const [figure, sentence] =
    said === null
      ? [
          html`<span class="missing">–</span>`,
          html`Not measured in this run: <code>pnpm bench --only ${section}</code>`,
        ]
      : [html`${said.figure}`, html`${said.sentence}`]
  return html`<div>
    <dt><a href="#${section}">${question}</a></dt>
    <dd class="figure">${figure}</dd>
    <dd>${sentence}</dd>
  </div>`
}

function linesNote(report: BenchReport): Markup | null {
  const lines = figuresWithLines(report)
  if (lines.length === 0) return null
  const held = lines.filter((line) => !misses(line)).length
  const text = `${formatWhole(held)} of ${formatWhole(lines.length)} pass lines held`
  return html`<p class="note">
    ${sign(held === lines.length ? 'passed' : 'failed', text)}
    <span
      >The most that Corsac may cost stands beside what it costs;
      <a href="#figures">what is past that is listed</a>.</span
    >
  </p>`
}

function contents(sections: readonly PageSection[]): Markup {
  const items = sections.map(
    ({ content, id, title }) =>
      html`<li>
        <a href="#${id}">${title}${content === null ? html` <span class="count">not measured</span>` : null}</a>
      </li>`,
  )
  return html`<nav class="contents" aria-label="Parts of the page">
    <ul>
      ${items}
    </ul>
  </nav>`
}
