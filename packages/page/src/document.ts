import { createHash } from 'node:crypto'
import { foxAddress } from './fox.ts'
import { html, type Markup, renderMarkup, trust } from './markup.ts'

/** What makes a page. */
export interface PageDocument {
  readonly title: string
  /** Style sheets in one, as they are to stand in the page. */
  readonly style: string
  readonly body: Markup
  /** A module that runs when the rest is there; a page without one runs nothing. */
  readonly script?: string
}

/**
 * Writes a page as one file that needs nothing else: no network, and nothing runs but its own script.
 *
 * @throws {Error} if the style or the script would end the element that it stands in
 */
export function formatDocument({ body, script, style, title }: PageDocument): string {
  if (/<\/(?:script|style)|<!--/i.test(`${script ?? ''}${style}`)) {
    throw new Error('The bundle would end its own element.')
  }
  const scripts = script === undefined ? '' : `; script-src '${hashOf(script)}'`
  // Whatever a server may have sent: nothing runs but our own script, and nothing is fetched.
  const security = `default-src 'none'; img-src data:; style-src '${hashOf(style)}'${scripts}`
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content="${security}" />
        <meta name="viewport" content="width=device-width, initial-scale=1, minimum-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${foxAddress}" />
        ${trust(`<style>${style}</style>`)}
      </head>
      <body>
        ${body} ${script === undefined ? null : trust(`<script type="module">${script}</script>`)}
      </body>
    </html>`
  return `${renderMarkup(page)}\n`
}

/** A hash as a Content-Security-Policy has it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
