import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findViolations } from './find-violations.ts'
import { launchChromium } from './launch-chromium.ts'
import { openPage } from './open-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

function addressOf(html: string): string {
  return `data:text/html,${encodeURIComponent(html)}`
}

it('finds what cannot be read by everybody', async () => {
  const { page } = await openPage(
    browser,
    addressOf('<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main>'),
  )
  expect(await findViolations(page)).toEqual([['image-alt', ['<img src="data:,">']]])
})

it('notes what a page complains of, and what it asks for beside itself', async () => {
  const { complaints, page } = await openPage(
    browser,
    addressOf('<img src="http://127.0.0.1:9/x.png"><script>console.log("said"); throw new Error("thrown")</script>'),
  )
  await page.waitForLoadState('load')
  expect(complaints.map((complaint) => complaint.replace(/^Failed to load.*/, 'failed'))).toEqual(
    expect.arrayContaining(['said', 'Error: thrown', 'http://127.0.0.1:9/x.png']),
  )
})
