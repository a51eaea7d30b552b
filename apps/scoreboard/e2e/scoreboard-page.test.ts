import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findViolations, launchChromium, type OpenedPage, openPage } from '@corsac/test-browser'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { formatPage } from '../src/format-page.ts'
import { sampleReport } from '../src/sample-report.testing.ts'
import type { ScoreboardReport } from '../src/scoreboard-report.ts'

/** As wide and as long as a scoreboard is. */
const largeReport: ScoreboardReport = {
  ...sampleReport,
  suites: [
    ...sampleReport.suites,
    ...Array.from({ length: 30 }, (_, index) => ({
      id: `part-${index}`,
      title: `Part ${index}`,
      cases: [{ id: `part-${index}/case`, requirement: 'It is.', kind: 'must' as const, spec: [], policy: {} }],
    })),
  ],
  subjects: [
    ...sampleReport.subjects,
    ...sampleReport.subjects
      .slice(0, 1)
      .flatMap((subject) => Array.from({ length: 20 }, (_, index) => ({ ...subject, id: `more-${index}` }))),
  ],
}

let browser: Browser
let folder: string
let file: string
let largeFile: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scoreboard-page-'))
  file = join(folder, 'scoreboard.html')
  largeFile = join(folder, 'large.html')
  browser = await launchChromium()
  await writeFile(file, await formatPage(sampleReport))
  await writeFile(largeFile, await formatPage(largeReport))
})

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

async function open(hash = '', options: BrowserContextOptions = {}, path = file): Promise<OpenedPage> {
  const opened = await openPage(browser, pathToFileURL(path).href + hash, options)
  if (options.javaScriptEnabled !== false) await opened.page.locator('.controls').waitFor()
  return opened
}

function hashOf(page: Page): string {
  return new URL(page.url()).hash
}

/** The cells of a row by its head, as they are read. */
async function rowTexts(page: Page, head: string): Promise<string[]> {
  const row = page.locator('.board > tbody > tr', { has: page.getByRole('rowheader', { name: head }) })
  return (await row.locator('td').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

function columnHeads(page: Page): Promise<string[]> {
  return page.locator('.subject > a').allInnerTexts()
}

describe('the page of the scoreboard', () => {
  it('says what one is looking at and what to do with it', async () => {
    const { page } = await open()
    expect(await page.title()).toBe('CORS scoreboard')
    const lead = await page.locator('.lead').innerText()
    expect(lead).toMatch(/^5 implementations of CORS, each put through the same 7 cases on 2026-11-22\. Select a cell/)
  })

  it('has the parts by the implementations, every outcome a shape and a word', async () => {
    const { page } = await open()
    expect(await rowTexts(page, 'The CORS check')).toEqual([
      '2/2 passed',
      '0/1 1 failed',
      '1/1 passed',
      'no answer',
      'not run',
    ])
    expect((await rowTexts(page, 'Timing-Allow-Origin')).slice(0, 3)).toEqual([
      '1/1 passed',
      'not applicable',
      '1/1 passed',
    ])
    expect((await rowTexts(page, 'Hostile origins')).slice(0, 3)).toEqual(['1/1 passed', 'withheld', 'withheld'])
    for (const cell of await page.locator('.cell').all()) {
      const shape = await cell.locator('use').getAttribute('href')
      expect(await page.locator(`symbol${shape ?? ''}`).count()).toBe(1)
    }
  })

  it('has each implementation with its release, marked where it is not the newest', async () => {
    const { page } = await open()
    const heads = (await page.locator('.subject').allInnerTexts()).map((text) => text.split('\n').filter(Boolean))
    expect(heads).toEqual([
      ['The ours middleware', '0.1.0', 'unreleased'],
      ['The peer middleware', '2.0.0', '2026-11-01', 'newest'],
      ['The old middleware', '1.0.0', '2020-01-01', 'outdated'],
      ['The broken middleware', '1.2-3', 'old, frozen'],
      ['The gone middleware'],
    ])
  })

  it('opens a cell in place to its cases, what is to be mended first, and a case to its exchanges', async () => {
    const { page, complaints } = await open()
    await page.locator('[id="open-peer/cors-check"]').click()
    await page.getByRole('heading', { name: 'The peer middleware 2.0.0: The CORS check' }).waitFor()
    expect(hashOf(page)).toBe('#peer/cors-check')
    expect(await page.locator('.cases a.case').count()).toBe(1)
    const row = page.locator('tr.opened')
    expect(await row.locator('xpath=preceding-sibling::tr[1]').innerText()).toContain('The CORS check')

    await page.locator('.cases a.case').click()
    const detail = page.locator('.detail')
    await detail.waitFor()
    expect(hashOf(page)).toBe('#peer/cors-check/readable')
    const text = await detail.innerText()
    expect(text).toContain('Step 1, outcome: expected readable, got blocked </script>')
    expect(text).toContain('allowOrigins: ["http://127.0.0.1:3000"]')
    expect(text).toContain('Step 1: GET /data, for a page on https://a.example, credentials include')
    expect(text).toContain('Access-Control-Allow-Origin: *')
    expect(text).toContain('CORS check: With credentials "*" is taken literally.')
    expect(text).toContain('Step 2: GET /data, written by hand')
    expect(text).toContain('No response came.')
    const anchor = 'https://fetch.spec.whatwg.org/#concept-cors-check'
    expect(await detail.getByRole('link', { name: anchor }).getAttribute('href')).toBe(anchor)

    await detail.getByRole('link', { name: 'The ours middleware' }).click()
    await page.getByRole('heading', { name: 'The ours middleware 0.1.0: The CORS check' }).waitFor()
    expect(hashOf(page)).toBe('#ours/cors-check/readable')
    expect(complaints).toEqual([])
  })

  it('closes what is open by the link that opened it, by the one in it, and on the way back', async () => {
    const { page } = await open('#peer/cors-check')
    await page.locator('[id="open-peer/cors-check"]').click()
    await page.locator('tr.opened').waitFor({ state: 'detached' })
    expect(hashOf(page)).toBe('')
    await page.goBack()
    await page.locator('tr.opened').waitFor()
    await page.getByRole('link', { name: 'Close' }).click()
    await page.locator('tr.opened').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open-peer/cors-check')
  })

  it('says what is withheld, and shows nothing of it', async () => {
    const { page } = await open('#peer/hostile-origins')
    const panel = page.locator('.panel')
    expect(await panel.innerText()).toContain('1 case of this part is not shown')
    expect(await panel.locator('a.case').count()).toBe(0)
    await panel.getByRole('link', { name: 'counted' }).click()
    await page.getByRole('heading', { name: 'What came of its cases' }).waitFor()
    const must = await page.locator('.sums tbody tr').first().innerText()
    expect(must.replaceAll(/\s+/g, ' ').trim()).toBe('must 2 (1 withheld) 0 0 1 1 (1 withheld)')
  })

  it('opens an implementation to its release, what it does not claim, and how it is configured', async () => {
    const { page } = await open()
    await page.getByRole('link', { name: 'The old middleware' }).click()
    const panel = page.locator('.panel')
    await panel.waitFor()
    expect(hashOf(page)).toBe('#old')
    const text = await panel.innerText()
    expect(text).toContain('@scope/old 1.0.0 from npm, released 2020-01-01. It is an old one: 9.9.9 was on npm')
    expect(text).toContain('timing: It does not know the header.')
    expect(text).toContain(`cors({ origin: '</script>`)
    const documentation = panel.getByRole('link', { name: 'https://old.example/docs' })
    expect(await documentation.getAttribute('href')).toBe('https://old.example/docs')
    await panel.getByRole('link', { name: 'Show only' }).click()
    await expect.poll(() => columnHeads(page)).toEqual(['The old middleware'])
    expect(hashOf(page)).toContain('only=old')
  })

  it.each([
    ['#broken', 'It did not start, or answered no request.'],
    ['#gone', 'The Debian package gone is missing.'],
    ['#gone/timing', 'It was not examined. The Debian package gone is missing.'],
  ])('says of what there are no results: %s', async (hash, text) => {
    const { page } = await open(hash)
    expect(await page.locator('.panel').innerText()).toContain(text)
  })

  it('opens a part to its cases, to be compared', async () => {
    const { page } = await open()
    await page.getByRole('link', { name: 'The CORS check' }).click()
    await page.locator('tr.case').first().waitFor()
    expect(hashOf(page)).toBe('#cors-check')
    expect(await rowTexts(page, 'The requirement of cors-check/readable')).toEqual([
      'passed',
      'failed',
      'passed',
      'no answer',
      'not run',
    ])
    expect((await rowTexts(page, 'The requirement of cors-check/refused')).slice(0, 3)).toEqual([
      'passed',
      'withheld',
      'withheld',
    ])
  })

  it('shows the cases of a kind', async () => {
    const { page } = await open()
    expect(await page.getByRole('rowheader', { name: 'Lists' }).count()).toBe(0)
    await page.locator('.kinds a[data-kind="should"]').click()
    await page.getByRole('rowheader', { name: 'Lists' }).waitFor()
    expect(hashOf(page)).toBe('#?kind=should')
    expect((await rowTexts(page, 'The CORS check')).slice(0, 2)).toEqual(['1/1 passed', '0/1 1 to improve'])
    expect(await page.locator('.kinds [aria-current]').getAttribute('data-kind')).toBe('should')
  })

  it('shows the implementations that are chosen', async () => {
    const { page } = await open()
    await page.getByText('Implementations: all 5').click()
    await page.getByRole('button', { name: 'None' }).click()
    await page.getByText('No implementation is chosen').waitFor()
    expect(await columnHeads(page)).toEqual([])
    await page.getByRole('checkbox', { name: 'The peer middleware' }).check()
    await page.getByRole('checkbox', { name: 'The ours middleware' }).check()
    await expect.poll(() => columnHeads(page)).toEqual(['The ours middleware', 'The peer middleware'])
    expect(hashOf(page)).toBe('#?only=ours,peer')
    expect(await page.locator('#notice').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'All' }).click()
    await page.getByText('Implementations: all 5').waitFor()
    expect(hashOf(page)).toBe('')
  })

  it('closes what is open of an implementation that is no longer chosen', async () => {
    const { page } = await open('#peer/cors-check')
    await page.getByText('Implementations: all 5').click()
    await page.getByRole('checkbox', { name: 'The peer middleware' }).uncheck()
    await page.locator('tr.opened').waitFor({ state: 'detached' })
    expect(hashOf(page)).toBe('#?only=ours,old,broken,gone')
  })

  it('follows an address, and says where it leads nowhere', async () => {
    const { page } = await open('#peer/cors-check/readable?kind=all&only=peer')
    expect(await columnHeads(page)).toEqual(['The peer middleware'])
    expect(await page.locator('.detail').count()).toBe(1)
    expect(await page.locator('.cases .sign').allInnerTexts()).toContain('differs')
    await page.evaluate(() => {
      location.hash = '#nobody/nothing'
    })
    await page.getByText('The address names what this scoreboard does not have: nobody/nothing.').waitFor()
  })

  it('goes from cell to cell by arrow keys, and opens one by Enter, which keeps the focus', async () => {
    const { page } = await open()
    await page.locator('[id="open-ours"]').focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
      await page.keyboard.press(key)
    const focused = () => page.evaluate(() => document.activeElement?.id)
    expect(await focused()).toBe('open-peer/cors-check')
    await page.keyboard.press('Enter')
    await page.locator('tr.opened').waitFor()
    expect(await focused()).toBe('open-peer/cors-check')
    expect(await page.locator('[id="open-peer/cors-check"]').getAttribute('aria-expanded')).toBe('true')
  })

  it('runs nothing of what a server has sent, and asks nobody for anything', async () => {
    const { complaints, page } = await open('#peer/cors-check/readable')
    expect(await page.locator('.fields', { hasText: '</script><script>' }).count()).toBe(1)
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.title()).toContain('CORS scoreboard')
    expect(complaints).toEqual([])
  })

  it('makes no link of what is no address of the web', async () => {
    const { page } = await open('#ours/lists/sorted')
    expect(await page.locator('.detail').innerText()).toContain('javascript:alert(1)')
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
  })

  it('has a table that can be read without a script', async () => {
    const { page } = await open('', { javaScriptEnabled: false })
    expect((await rowTexts(page, 'The CORS check')).slice(0, 2)).toEqual(['2/2 passed', '0/1 1 failed'])
    expect(await page.getByText('Without a script').isVisible()).toBe(true)
    expect(await page.locator('.controls').isVisible()).toBe(false)
  })

  it.each([1280, 400])('keeps both heads of the table in view where it is %i pixels wide', async (width) => {
    const { page } = await open('', { viewport: { width, height: 700 } }, largeFile)
    await page.evaluate(() => {
      scrollTo(900, 900)
    })
    expect((await page.locator('.board > thead').boundingBox())?.y).toBe(0)
    const head = await page.getByRole('rowheader', { name: 'Part 10' }).boundingBox()
    expect(head?.x).toBe(0)
    await page.locator('[id="open-more-3/part-10"]').click()
    await page.locator('.panel').waitFor()
    const panel = await page.locator('.panel').boundingBox()
    expect(panel?.x).toBeGreaterThanOrEqual(0)
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(width)
  })

  it('brings what an address opens below the head of the table', async () => {
    const { page } = await open('#more-19/part-20', { viewport: { width: 1000, height: 700 } }, largeFile)
    const head = await page.locator('.board > thead').boundingBox()
    const cell = await page.locator('[id="open-more-19/part-20"]').boundingBox()
    expect(cell?.y).toBeGreaterThanOrEqual(head?.height ?? 0)
    expect(cell?.y).toBeLessThan(700)
    expect((cell?.x ?? 0) + (cell?.width ?? 0)).toBeLessThanOrEqual(1000)
  })

  it('is dark where that is preferred', async () => {
    const backgroundOf = async (colorScheme: 'light' | 'dark') => {
      const { page } = await open('', { colorScheme })
      return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    }
    expect([await backgroundOf('light'), await backgroundOf('dark')]).toEqual(['rgb(251, 248, 243)', 'rgb(22, 18, 14)'])
  })

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      ['', '#cors-check?kind=all', '#peer', '#peer/cors-check/readable?kind=all', '#peer/hostile-origins'].flatMap(
        (hash) => [1280, 400].map((width) => [hash, colorScheme, width] as const),
      ),
    ),
  )('can be read and used by everybody at "%s" where it is %s and %i pixels wide', async (hash, colorScheme, width) => {
    const { page } = await open(hash, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
    await page.getByText('Implementations: all 5').click()
    expect(await findViolations(page)).toEqual([])
  })
})
