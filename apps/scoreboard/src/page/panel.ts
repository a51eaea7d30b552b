import { html, type Markup } from '@corsac/page'
import { formatAddress, type View } from './address.ts'

/** Shows what is opened in place, with a way to close it. */
export function panel(view: View, title: string, content: Markup): Markup {
  return html`<section class="panel" aria-labelledby="opened">
    <header>
      <h2 id="opened">${title}</h2>
      <a href="${formatAddress({ ...view, opened: null })}" class="close">Close</a>
    </header>
    ${content}
  </section>`
}
