import { html, type Markup } from '@corsac/page'
import { numberTable, type NumberTable } from './number-table.ts'

/** What is shown together: a plot, what its marks stand for, and its numbers. */
export interface PlotCard {
  /** Its address, unique in the page. */
  readonly id: string
  readonly title: string
  /** What is to be known before one looks. */
  readonly note?: Markup | null
  readonly keys?: readonly Markup[]
  readonly plot: Markup
  readonly table?: NumberTable
}

/** Shows a plot with its numbers, under an address of its own. */
export function plotCard({ id, keys = [], note = null, plot, table, title }: PlotCard): Markup {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-title">
    <h3 id="${id}-title"><a href="#${id}">${title}</a></h3>
    ${note === null ? null : html`<p class="hint">${note}</p>`}
    ${keys.length === 0 ? null : html`<p class="keys">${keys}</p>`}
    <div class="plots">${plot}</div>
    ${table === undefined ? null : numberTable(`${id}-numbers`, `The numbers of: ${title}`, table)}
  </section>`
}
