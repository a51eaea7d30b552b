import { fox } from './fox.ts'
import { html, type Markup } from './markup.ts'

/**
 * The head of a page.
 *
 * @param lead What one is looking at, and what to do with it.
 */
export function pageHeader(title: string, lead: Markup): Markup {
  return html`<header class="page-header">
    ${fox}
    <div>
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
    </div>
  </header>`
}
