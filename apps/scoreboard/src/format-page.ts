import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { bundleClient } from './bundle-client.ts'
import { foxAddress } from './page/fox.ts'
import { html, renderMarkup, trust } from './page/markup.ts'
import { pack } from './page/packing.ts'
import { pageBody } from './page/page-body.ts'
import { indexReport } from './page/report-index.ts'
import type { ScoreboardReport } from './scoreboard-report.ts'

/** Writes a report as a page: one file that needs nothing else, no network and, for the table alone, no script. */
export async function formatPage(report: ScoreboardReport): Promise<string> {
  const { script, style } = await bundleClient()
  if (/<\/(?:script|style)|<!--/i.test(script + style)) throw new Error('The bundle would end its own element.')
  // Whatever a server may have sent: nothing runs but our own script, and nothing is fetched.
  const security = `default-src 'none'; img-src data:; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'`
  const data = deflateRawSync(JSON.stringify(pack(report)), { level: 9 }).toString('base64')
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content="${security}" />
        <meta name="viewport" content="width=device-width, initial-scale=1, minimum-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>CORS scoreboard</title>
        <link rel="icon" href="${foxAddress}" />
        ${trust(`<style>${style}</style>`)}
      </head>
      <body>
        ${pageBody(indexReport(report))}
        ${trust(`<script id="report" type="text/plain">${data}</script>\n<script type="module">${script}</script>`)}
      </body>
    </html>`
  return `${renderMarkup(page)}\n`
}

/** A hash as a Content-Security-Policy has it. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
