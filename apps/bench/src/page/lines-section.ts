import { html, type Markup } from '@corsac/page'
import { type Figure, misses } from '../figure.ts'
import type { BenchReport } from '../report-file.ts'
import { formatNumber, formatWhole } from './format-number.ts'
import type { PageSection } from './page-section.ts'
import { figuresWithLines, passSign } from './pass-line.ts'

/** Which figures are within their pass lines, and every other figure of the run. */
export function linesSection(report: BenchReport): PageSection {
  const lines = figuresWithLines(report)
  const missed = lines.filter(misses)
  return {
    id: 'figures',
    title: 'Pass lines, and every figure',
    content: html`<p>${countLines(lines.length, missed.length)}</p>
      ${
        missed.length === 0
          ? null
          : html`<div id="missed">${figureTable('The figures past their pass lines', missed)}</div>`
      }
      <details class="numbers">
        <summary>Every figure of the run, ${formatWhole(report.figures.length)}</summary>
        <div id="every-figure">
          ${figureTable(
            'Every figure of the run',
            report.figures.map((figure) => lines.find(({ name }) => name === figure.name) ?? figure),
          )}
        </div>
      </details>`,
  }
}

function countLines(count: number, missed: number): string {
  if (count === 0) return 'No figure of this run has a pass line.'
  const held = `${formatWhole(count - missed)} of ${formatWhole(count)} pass lines held.`
  return missed === 0 ? held : `${held} These are past theirs:`
}

function figureTable(name: string, figures: readonly Figure[]): Markup {
  return html`<table class="board figures" aria-label="${name}">
    <thead>
      <tr>
        <th scope="col">Figure</th>
        <th scope="col">Value</th>
        <th scope="col">Pass line</th>
      </tr>
    </thead>
    <tbody>
      ${figures.map(figureRow)}
    </tbody>
  </table>`
}

function figureRow({ atMost, name, unit, value }: Figure): Markup {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${formatNumber(value)} ${unit}</td>
    <td>${atMost === undefined ? '–' : passLine(value, atMost, unit)}</td>
  </tr>`
}

function passLine(value: number, atMost: number, unit: string): Markup {
  return html`${passSign(value, atMost)} <span class="count">at most ${formatNumber(atMost)} ${unit}</span>`
}
