import { deflateRawSync } from 'node:zlib'
import { html, trust } from '@corsac/page'
import { formatDocument } from '@corsac/page/document'
import { bundleClient } from './bundle-client.ts'
import { pack } from './page/packing.ts'
import { pageBody } from './page/page-body.ts'
import { indexReport } from './page/report-index.ts'
import type { ScoreboardReport } from './scoreboard-report.ts'

/** Writes a report as a page: one file that needs nothing else, no network and, for the table alone, no script. */
export async function formatPage(report: ScoreboardReport): Promise<string> {
  const data = deflateRawSync(JSON.stringify(pack(report)), { level: 9 }).toString('base64')
  return formatDocument({
    title: 'CORS scoreboard',
    ...(await bundleClient()),
    body: html`${pageBody(indexReport(report))} ${trust(`<script id="report" type="text/plain">${data}</script>`)}`,
  })
}
