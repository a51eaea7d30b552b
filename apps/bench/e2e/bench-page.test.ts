import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findViolations, launchChromium, type OpenedPage, openPage } from '@corsac/test-browser'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { formatPage } from '../src/page/format-page.ts'
import { emptyReport, HOSTILE_NAME, sampleReport } from '../src/page/sample-report.testing.ts'
import type { BenchReport } from '../src/report-file.ts'

/** As many figures are past their lines as do not fit into a window. */
const longReport: BenchReport = {
  ...sampleReport,
  figures: Array.from({ length: 100 }, (_, index) => ({ name: `figure ${index}`, value: 2, unit: '×' })),
  passLines: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`figure ${index}`, 1.1])),
}

// What runs in the page is text: the bench has no types of a browser.

/** The cards that have not one plot for this window, and the texts of plots that stand outside of their card. */
const MISPLACED = `[...document.querySelectorAll('.card')].flatMap((card) => {
  const { left, right } = card.getBoundingClientRect()
  const drawn = [...card.querySelectorAll('.plots > svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
  const outside = drawn.flatMap((svg) => [...svg.querySelectorAll('text')]).filter((text) => {
    const box = text.getBoundingClientRect()
    return box.left < left || box.right > right
  })
  return [...(drawn.length === 1 ? [] : [card.id]), ...outside.map((text) => card.id + ': ' + text.textContent)]
})`

/** How large plots are shown, by how large they are drawn. */
const SCALES = `[...document.querySelectorAll('.plots > svg')]
  .map((svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width')))
  .filter((scale) => scale > 0)`

/** The colours of the page, of the first mark of a plot, and of its first text. */
const COLORS = `[
  getComputedStyle(document.documentElement).backgroundColor,
  getComputedStyle(document.querySelector('#express .wide path[fill^="var"]')).fill,
  getComputedStyle(document.querySelector('#express .wide text')).fill,
]`

let browser: Browser
let folder: string
let file: string
let emptyFile: string
let longFile: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-page-'))
  file = join(folder, 'bench.html')
  emptyFile = join(folder, 'empty.html')
  longFile = join(folder, 'long.html')
  browser = await launchChromium()
  await writeFile(file, await formatPage(sampleReport))
  await writeFile(emptyFile, await formatPage(emptyReport))
  await writeFile(longFile, await formatPage(longReport))
})

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

function open(hash = '', options: BrowserContextOptions = {}, path = file): Promise<OpenedPage> {
  return openPage(browser, pathToFileURL(path).href + hash, options)
}

async function openTables(page: Page): Promise<void> {
  for (const summary of await page.locator('.numbers > summary').all()) await summary.click()
}

/** A row of the table of a card, as it is read. */
async function rowTexts(page: Page, card: string, head: string): Promise<string[]> {
  const row = page.locator(`${card} .board > tbody > tr`, {
    has: page.getByRole('rowheader', { name: head, exact: true }),
  })
  return (await row.locator('td').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/** The plot of a card, as it is drawn for this window. */
function plotOf(page: Page, card: string) {
  return page.locator(`${card} .plots > svg:visible`)
}

describe('the page of the bench', () => {
  it('says what one is looking at, of which run, and what to do with it', async () => {
    const { complaints, page } = await open()
    expect(await page.title()).toBe('What CORS costs')
    expect(await page.locator('.lead').innerText()).toMatch(/^What a server pays for CORS: .* Compare by the ratios/)
    expect(await page.getByText('Measured on').innerText()).toContain(
      'Measured on 2026-11-22 with Node 20.20.2 on A <fast> CPU, 2 cores, linux x64. Yours: pnpm bench --json FILE',
    )
    expect(await page.getByText('a quick run').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('answers on top, each with its figure and the way to what it is drawn from', async () => {
    const { page } = await open()
    const figures = (await page.locator('.answers .figure').allInnerTexts()).map((text) => text.replace('\u00a0', ' '))
    expect(figures).toEqual(['0.90 ×', '1.10 ×', '17.7 kB', '9'])
    await page.getByRole('link', { name: 'With more origins' }).click()
    expect(new URL(page.url()).hash).toBe('#scale')
    expect(await page.locator('#answers .note').innerText()).toMatch(/^\d+ of \d+ pass lines held/)
  })

  it('says of a quick run that it is one, and of every section that was not run how to run it', async () => {
    const { page } = await open('', {}, emptyFile)
    expect(await page.locator('.quick').innerText()).toMatch(/a quick run\s+Made with --quick: .* not to be quoted/)
    expect(await page.locator('.answers .figure').allInnerTexts()).toEqual(['–', '–', '–', '–'])
    expect(await page.locator('.part').getByText('not measured in this run').count()).toBe(7)
    expect(await page.locator('#http').innerText()).toContain('pnpm bench --only http')
  })

  it('writes the numbers beside the marks, and marks what does not count by a shape and a word', async () => {
    const { page } = await open()
    const texts = await plotOf(page, '#hapi').locator('text').allTextContents()
    expect(texts).toEqual(expect.arrayContaining(['allowed', '20', '5', '−30', '45,182, answers wrongly']))
    expect(await page.locator('#hapi .keys').innerText()).toContain('answers wrongly')
    const scale = await plotOf(page, '#scale-listed').locator('text').allTextContents()
    expect(scale.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(
      expect.arrayContaining(['2.2 µs Corsac on node', '3.73 ms cors 2.8.6 on node', '2 µs', '2.1 µs']),
    )
    expect(await page.locator('#scale-listed .keys').innerText()).toContain('pass line')
  })

  it('has the same numbers as a table, with how far the rounds are apart and whether the pass line held', async () => {
    const { page } = await open()
    await openTables(page)
    expect(await rowTexts(page, '#express', 'allowed')).toEqual([
      '1,500',
      '1,000',
      '2,000',
      '900',
      '0.90 × held 0.81 to 1.08',
      '0.45 × held 0.41 to 0.54',
    ])
    expect((await rowTexts(page, '#express', 'refused')).slice(4)).toEqual([
      '2.50 × missed 2.25 to 3.00',
      '0.63 × missed 0.56 to 0.75',
    ])
    expect((await rowTexts(page, '#hapi', 'preflight, allowed')).slice(2, 5)).toEqual([
      '45,182 answers wrongly',
      '−700',
      'below the noise',
    ])
    expect(await rowTexts(page, '#http-allowed', 'express 5.0.0')).toEqual([
      '12,000 2.5',
      '11,000 2.5',
      '9,000 2.5',
      '10,900 2.5',
      '1.01 × held 0.91 to 1.21 CPU 1.01 ×',
      '0.83 × held 0.75 to 1.00 CPU 0.83 ×',
    ])
    expect(await rowTexts(page, '#scale-listed', 'Set by hand on node')).toEqual([
      '300 ns',
      'below the noise',
      '310 ns',
    ])
    expect(await rowTexts(page, '#growth-heap', 'Corsac on express')).toEqual(['100,000', '12', 'held'])
    expect(await rowTexts(page, '#size-node', '@corsac/express { cors }')).toEqual([
      '180 kB',
      '17.7 kB',
      '64.7 kB',
      '60 kB missed',
      '2.12 kB 4 kB minified cors 2.8.6',
    ])
    expect(await rowTexts(page, '#preflights-count', 'express, Corsac')).toEqual(['9', `{ allowMethods: [ 'PUT' ] }`])
  })

  it('opens a table by its address', async () => {
    const { page } = await open('#express-numbers')
    await expect.poll(() => page.locator('#express-numbers').isVisible()).toBe(true)
    expect(await page.locator('#hapi-numbers').isVisible()).toBe(false)
  })

  it('lists the figures that are past their lines, and keeps the head of the table in view', async () => {
    const { page } = await open('', { viewport: { width: 1000, height: 700 } }, longFile)
    expect(await page.locator('#missed tbody tr').count()).toBe(100)
    await page.getByRole('rowheader', { name: 'figure 60', exact: true }).first().scrollIntoViewIfNeeded()
    expect((await page.locator('#missed thead').boundingBox())?.y).toBe(0)
  })

  it('shows names as they are, and runs nothing of them', async () => {
    const { complaints, page } = await open()
    expect(await page.locator('#express .keys').innerText()).toContain(HOSTILE_NAME)
    expect(await plotOf(page, '#express').getAttribute('aria-label')).toContain(HOSTILE_NAME)
    expect(await page.title()).toBe('What CORS costs')
    expect(await page.locator('script').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('is the same without a script', async () => {
    const { page } = await open('', { javaScriptEnabled: false })
    expect(await page.locator('.card').count()).toBeGreaterThan(10)
  })

  it.each([360, 420, 600, 768, 1024, 1280, 1500])('is as wide as a window of %i pixels', async (width) => {
    const { page } = await open('', { viewport: { width, height: 900 } })
    await openTables(page)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(await page.evaluate<readonly string[]>(MISPLACED)).toEqual([])
  })

  it('draws plots so that they can be read where the window is narrow', async () => {
    const { page } = await open('', { viewport: { width: 360, height: 900 } })
    const scales = await page.evaluate<readonly number[]>(SCALES)
    expect(scales.length).toBeGreaterThan(10)
    expect(Math.min(...scales)).toBeGreaterThan(0.9)
  })

  it('is dark where that is preferred, its plots too', async () => {
    const colorsOf = async (colorScheme: 'light' | 'dark') => {
      const { page } = await open('', { colorScheme })
      return page.evaluate<readonly string[]>(COLORS)
    }
    expect(await colorsOf('light')).toEqual(['rgb(251, 248, 243)', 'rgb(15, 111, 124)', 'rgb(35, 29, 22)'])
    expect(await colorsOf('dark')).toEqual(['rgb(22, 18, 14)', 'rgb(88, 195, 208)', 'rgb(244, 236, 225)'])
  })

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [1280, 400].flatMap((width) => (['whole', 'empty'] as const).map((kind) => [kind, colorScheme, width] as const)),
    ),
  )('can be read and used by everybody: %s, %s, %i pixels wide', async (kind, colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 900 }, bypassCSP: true }
    const { page } = await open('', options, kind === 'whole' ? file : emptyFile)
    await openTables(page)
    expect(await findViolations(page)).toEqual([])
  })
})
