import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findViolations, launchChromium, type OpenedPage, openPage } from '@corsac/test-browser'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createResult } from '../src/reports/case-result.testing.ts'
import { conformanceCases } from '../src/cases/conformance-suites.ts'
import { formatHtml } from '../src/reports/format-html.ts'
import type { ConformanceReport } from '../src/reports/report.ts'
import { createSampleReport, sampleReport, sampleResults } from '../src/reports/sample-report.testing.ts'

/** As many cases as an examination has. */
const longReport = createSampleReport(
  ...conformanceCases.map(({ id, kind, requirement }) => createResult({ id, kind, requirement })),
  sampleResults.failed,
)

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await launchChromium()
  folder = await mkdtemp(join(tmpdir(), 'corsac-page-'))
})

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

async function open(report: ConformanceReport, hash = '', options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const file = join(folder, 'report.html')
  await writeFile(file, formatHtml(report))
  return openPage(browser, pathToFileURL(file).href + hash, options)
}

function shownCases(page: Page): Promise<string[]> {
  return page.locator('tr.case:visible').evaluateAll((rows) => rows.map(({ id }) => id))
}

function openCases(page: Page): Promise<(string | undefined)[]> {
  return page.locator('tr.case > td > details[open]').evaluateAll((all) => all.map((one) => one.closest('tr')?.id))
}

const ids = Object.values(sampleResults).map(({ id }) => id)

describe('the page of a report', () => {
  it('says what one is looking at, what to do, and what it comes to', async () => {
    const { page } = await open(sampleReport)
    expect(await page.title()).toBe('CORS conformance of my <b>&"server" 1.2.3')
    expect(await page.locator('.lead').innerText()).toContain('7 cases')
    expect(await page.locator('.sentence').innerText()).toContain('The examiner is broken, at 1 case')
    expect(await page.locator('.sums tbody tr').allInnerTexts()).toHaveLength(3)
  })

  it('tells every outcome by a shape and a word', async () => {
    const { page } = await open(sampleReport)
    const signs = page.locator('td.outcome .sign')
    expect(await signs.allInnerTexts()).toEqual([
      'passed',
      'failed',
      'to improve',
      'differs',
      'not applicable',
      'no answer',
      'not examined',
    ])
    const shapes = await signs.locator('use').evaluateAll((all) => all.map((use) => use.getAttribute('href')))
    expect(new Set(shapes).size).toBe(shapes.length)
    for (const shape of shapes) expect(await page.locator(`symbol${shape}`).count()).toBe(1)
  })

  it('opens a case in place, with the exchange, what a browser does, how to mend it, and where to read on', async () => {
    const { page } = await open(sampleReport)
    await page.getByText(sampleResults.failed.requirement).click()
    const detail = page.locator(`tr[id="${sampleResults.failed.id}"] .detail`)
    const text = await detail.innerText()
    expect(text).toContain('Step 1, outcome: expected readable, got blocked (origin-missing)')
    expect(text).toContain('Access-Control-Allow-Origin: https://b.example')
    expect(text).toContain('allowOrigins: ["https://b.example"]')
    expect(text).toContain('Step 1: GET /data?%3Cb%3E, for a page on https://b.example, credentials omit')
    expect(text).toContain('blocked')
    expect(await detail.locator('.anchors a').getAttribute('href')).toBe(sampleResults.failed.spec[0])
    await detail.getByText('What a browser does, step by step').click()
    expect(await detail.locator('.browser').innerText()).toContain('The response has no Access-Control-Allow-Origin.')
  })

  it('has an address for every case, on load, on change and on opening it', async () => {
    const { page } = await open(sampleReport, `#${sampleResults.failed.id}`)
    expect(await openCases(page)).toEqual([sampleResults.failed.id])
    await page.evaluate((id) => {
      location.hash = id
    }, sampleResults.broken.id)
    await page.waitForFunction(
      (id) => document.getElementById(id)?.querySelector('details')?.open,
      sampleResults.broken.id,
    )
    await page.locator(`tr[id="${sampleResults.warned.id}"] summary`).first().press('Enter')
    await page.waitForURL(new RegExp(`#${sampleResults.warned.id}$`))
    await page.locator(`tr[id="${sampleResults.warned.id}"] summary`).first().press('Enter')
    await page.waitForURL(/report\.html$/)
  })

  it('has an address for a case whose name no address can hold as it is', async () => {
    const id = 'declared/readable@/v1/ä b?c=<d>&e=%2F#f'
    const { page } = await open(createSampleReport(sampleResults.passed, createResult({ id })))
    await page.getByText(id).click()
    await page.waitForFunction(() => location.hash !== '')
    const { hash } = new URL(page.url())
    const { page: other } = await open(createSampleReport(sampleResults.passed, createResult({ id })), hash)
    expect(await openCases(other)).toEqual([id])
  })

  it.each([
    ['', ids],
    ['#all', ids],
    ['#to-mend', [1, 2, 5, 6].map((index) => ids[index])],
    ['#differs', [ids[3]]],
    ['#not-applicable', [ids[4]]],
    ['#passed', [ids[0]]],
    ['#nothing-known', ids],
  ])('shows the cases that its address says: %s', async (hash, shown) => {
    const { page } = await open(sampleReport, hash)
    expect(await shownCases(page)).toEqual(shown)
    const current = await page.locator('.views [aria-current]').getAttribute('href')
    expect(current).toBe(hash === '' || hash === '#nothing-known' ? '#all' : hash)
  })

  it('keeps the choice of cases in the address of one of them', async () => {
    const { page } = await open(sampleReport, `#to-mend/${sampleResults.failed.id}`)
    expect(await shownCases(page)).toHaveLength(4)
    expect(await openCases(page)).toEqual([sampleResults.failed.id])
    await page.getByRole('link', { name: /^Passed/ }).click()
    await page.getByText(sampleResults.passed.id).click()
    await page.waitForURL(new RegExp(`#passed/${sampleResults.passed.id}$`))
    expect(await shownCases(page)).toEqual([sampleResults.passed.id])
  })

  it('says so where there is nothing to show', async () => {
    const { page } = await open(createSampleReport(sampleResults.passed), '#to-mend')
    expect(await page.locator('.empty').isVisible()).toBe(true)
    await page.getByRole('link', { name: /^All/ }).click()
    // The page follows its address in a task of its own, after the click.
    await page.locator('.empty').waitFor({ state: 'hidden' })
    expect(await shownCases(page)).toHaveLength(1)
  })

  it('runs nothing of what a server has sent, and asks nobody for anything', async () => {
    const { complaints, page } = await open(sampleReport, `#${sampleResults.broken.id}`)
    expect(await page.locator('pre', { hasText: '<script>alert("1")</script>' }).count()).toBe(1)
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('img').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('makes no link of what is no address of the web', async () => {
    const { page } = await open(createSampleReport(createResult({ spec: ['javascript:alert(1)'] })), '#part/case')
    expect(await page.locator('.anchors').innerText()).toBe('javascript:alert(1)')
    expect(await page.locator('.anchors a').count()).toBe(0)
  })

  it('can be read without a script', async () => {
    const { page } = await open(sampleReport, '', { javaScriptEnabled: false })
    expect(await page.locator('tr.case').count()).toBe(7)
    await page.getByText(sampleResults.failed.requirement).click()
    expect(await page.getByText('How to mend it').first().isVisible()).toBe(true)
  })

  it.each([1280, 400])('keeps the head of the table in view where it is %i pixels wide', async (width) => {
    const { page } = await open(longReport, '', { viewport: { width, height: 700 } })
    await page.locator('tr.case').nth(100).scrollIntoViewIfNeeded()
    expect((await page.locator('.cases thead').boundingBox())?.y).toBe(0)
  })

  it.each([1280, 400])('brings a case below that head where it is %i pixels wide', async (width) => {
    const { page } = await open(longReport, `#${sampleResults.failed.id}`, { viewport: { width, height: 700 } })
    const head = await page.locator('.cases thead').boundingBox()
    const row = await page.locator(`tr[id="${sampleResults.failed.id}"]`).boundingBox()
    expect(row?.y).toBeGreaterThanOrEqual((head?.height ?? 0) - 2)
    expect(row?.y).toBeLessThan(700)
  })

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 400],
  ] as const)('fits and can be read by everybody where it is %s and %i pixels wide', async (colorScheme, width) => {
    const { page } = await open(sampleReport, '', { colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
    for (const details of await page.locator('details').all()) {
      await details.evaluate((one) => {
        one.toggleAttribute('open', true)
      })
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await findViolations(page)).toEqual([])
  })
})
