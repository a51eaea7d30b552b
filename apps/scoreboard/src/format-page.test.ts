import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { formatPage } from './format-page.ts'
import { unpack } from './page/packing.ts'
import { sampleReport } from './sample-report.testing.ts'

const page = await formatPage(sampleReport)

describe('formatPage', () => {
  it('writes the whole report into the page', () => {
    const [, data = ''] = /<script id="report" type="text\/plain">([^<]*)<\/script>/.exec(page) ?? []
    expect(unpack(JSON.parse(inflateRawSync(Buffer.from(data, 'base64')).toString()))).toEqual(sampleReport)
  })

  it('asks nobody for anything', () => {
    expect(page.match(/<(?:link|script|img|iframe)\b[^>]*>/g)).toEqual([
      expect.stringMatching(/^<link rel="icon" href="data:/),
      '<script id="report" type="text/plain">',
      '<script type="module">',
    ])
    expect(page).toContain(`default-src 'none'`.replaceAll("'", '&#39;'))
    expect(page).not.toMatch(/@import|url\(/)
  })

  it('says nothing of what is withheld of a third party', () => {
    const peer = sampleReport.subjects.find(({ id }) => id === 'peer')
    expect(peer?.results.map(({ id }) => id)).not.toContain('hostile-origins/prefix')
  })
})
