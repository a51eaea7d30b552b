import { html, type Markup, sign } from '@corsac/page'

/** A part of the page: what one section of the bench measured, or that it was not run. */
export interface PageSection {
  /** Its address. */
  readonly id: string
  readonly title: string
  /** What was measured and how to read it; with the plots. `null` where it was not measured. */
  readonly content: Markup | null
}

/** Shows a part of the page. */
export function pageSection({ content, id, title }: PageSection): Markup {
  return html`<section class="part" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title"><a href="#${id}">${title}</a></h2>
    ${content ?? notMeasured(id)}
  </section>`
}

function notMeasured(id: string): Markup {
  return html`<p class="note">
    ${sign('not-run', 'not measured in this run')} <span>Measure it: <code>pnpm bench --only ${id}</code></span>
  </p>`
}
