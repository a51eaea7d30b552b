import { html, type Markup } from '@corsac/page'

/** A row of numbers. */
export interface NumberRow {
  readonly head: string
  readonly cells: readonly (Markup | string)[]
}

/** Numbers below heads. */
export interface NumberTable {
  /** What the numbers are, where the heads do not say it. */
  readonly caption?: string
  /** What the rows are, and what each column holds, its unit included. */
  readonly heads: readonly string[]
  readonly rows: readonly NumberRow[]
}

/**
 * Shows numbers as a table, closed at first: what is plotted, for those who cannot see it or want to copy it. An
 * address with `#` and the id opens it.
 */
export function numberTable(id: string, name: string, { caption, heads, rows }: NumberTable): Markup {
  return html`<details class="numbers">
    <summary>The numbers as a table</summary>
    <div class="scroll" id="${id}" role="region" aria-label="${name}" tabindex="0">
      <table class="board">
        ${
          caption === undefined
            ? null
            : html`<caption>
                ${caption}
              </caption>`
        }
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(numberRow)}
        </tbody>
      </table>
    </div>
  </details>`
}

function numberRow({ cells, head }: NumberRow): Markup {
  return html`<tr>
    <th scope="row">${head}</th>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`
}
