import { html, type Markup } from './markup.ts'

/** Says what signs or symbols stand for. */
export function legend(name: string, items: readonly (readonly [sign: Markup, meaning: string])[]): Markup {
  const rows = items.map(
    ([term, meaning]) =>
      html`<div>
        <dt>${term}</dt>
        <dd>${meaning}</dd>
      </div>`,
  )
  return html`<dl class="legend" aria-label="${name}">${rows}</dl>`
}
