import { formatDocument } from '@corsac/page/document'
import type { BenchReport } from '../report-file.ts'
import { bundleStyle } from './bundle-style.ts'
import { PAGE_TITLE, pageBody } from './page-body.ts'

/** Writes a report as a page: one file that needs nothing else, no network and no script. */
export async function formatPage(report: BenchReport): Promise<string> {
  return formatDocument({ title: PAGE_TITLE, style: await bundleStyle(), body: pageBody(report) })
}
