import { html, type Markup } from '@corsac/page'

/** Links to an address of the web; anything else is shown as text. */
export function webLink(address: string, text: string): Markup {
  return /^https?:\/\//.test(address) ? html`<a href="${address}" rel="noreferrer">${text}</a>` : html`${text}`
}
