import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '@corsac/test-browser'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type RunningExample, startExample } from '../src/start-example.ts'
import { buildDashboard } from './build-dashboard.ts'
import { openDashboard, type OpenedDashboard } from './opened-dashboard.ts'

const artefacts = fileURLToPath(new URL('../../../artefacts/example/', import.meta.url))

const servers = ['node', 'express', 'fetch', 'koa', 'fastify', 'hapi', 'hono', 'h3', 'elysia']
const expectations = [
  ['get', 'readable'],
  ['put', 'readable'],
  ['credentials', 'readable'],
  ['exposed-header', 'readable'],
  ['error', 'readable'],
  ['refused-origin', 'blocked'],
  ['unlisted-method', 'preflight-refused'],
] as const
const cells = servers.flatMap((server) => expectations.map(([scenario, outcome]) => ({ server, scenario, outcome })))

let browser: Browser
let example: RunningExample

beforeAll(async () => {
  await Promise.all([buildDashboard(), mkdir(artefacts, { recursive: true })])
  example = await startExample(0)
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await example.close()
})

function originOf(server: string): string {
  const found = example.describe('127.0.0.1').servers.find(({ id }) => id === server)
  if (found === undefined) throw new Error(`There is no server ${server}`)
  return found.origin
}

/** Makes a request in a page, past the dashboard's own code, and tells what a script there gets. */
async function fetchIn(frame: Frame | null | undefined, url: string, method: string): Promise<string> {
  if (frame === null || frame === undefined) throw new Error('There is no such frame')
  return frame.evaluate(
    async ([url, method]) => {
      try {
        return `status ${(await fetch(url, { method })).status}`
      } catch (error) {
        return String(error)
      }
    },
    [url, method] as const,
  )
}

/** Keeps a picture of the whole page; frames are painted only where the window is as high as the page. */
async function photograph(name: string, page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) })
  await page.screenshot({ path: `${artefacts}${name}.png`, fullPage: true })
}

describe('the table of outcomes', () => {
  let dashboard: OpenedDashboard

  beforeAll(async () => {
    dashboard = await openDashboard(browser, example.url)
    await dashboard.done()
  })

  afterAll(async () => {
    await dashboard.close()
  })

  it('has a cell for every server and every scenario, and no others', async () => {
    expect(await dashboard.page.locator('td[data-scenario]').count()).toBe(cells.length)
  })

  it.each(cells)('shows that $server/$scenario is $outcome, as expected', async ({ server, scenario, outcome }) => {
    const cell = dashboard.cell(server, scenario)
    expect(await cell.getAttribute('data-outcome')).toBe(outcome)
    expect(await cell.getAttribute('data-expected')).toBe(outcome)
    expect(await cell.locator('.outcome').textContent()).toBe(outcome.replace('-', ' '))
    expect(await cell.locator('.outcome svg').count()).toBe(1)
    expect(await cell.locator('.cell-note').textContent()).toBe('as expected')
  })

  it('says in one line that everything is as expected', async () => {
    expect(await dashboard.page.locator('.verdict-headline').textContent()).toBe(
      `${cells.length} of ${cells.length} as expected`,
    )
  })

  it('leaves nothing on the console but the CORS messages of what is withheld, and the errors that are asked for', () => {
    const isOf = (pattern: RegExp) => dashboard.consoleErrors.filter((text) => pattern.test(text)).length
    const blockedOrigin = isOf(/blocked by CORS policy: No 'Access-Control-Allow-Origin' header/)
    const blockedMethod = isOf(/blocked by CORS policy: Method DELETE is not allowed/)
    const failed = isOf(/^Failed to load resource: net::ERR_FAILED/)
    const reports = isOf(/^Failed to load resource: the server responded with a status of 500/)
    expect({ blockedOrigin, blockedMethod, failed, reports }).toEqual({
      blockedOrigin: servers.length,
      blockedMethod: servers.length,
      failed: 2 * servers.length,
      reports: servers.length,
    })
    expect(dashboard.consoleErrors).toHaveLength(5 * servers.length)
    expect(dashboard.pageErrors).toEqual([])
  })

  it.each(servers)('is right that a page on another origin cannot read what %s answers', async (server) => {
    const url = `${originOf(server)}/penguins`
    const stranger = dashboard.page.frames().find((frame) => frame !== dashboard.page.mainFrame())
    expect(await fetchIn(stranger, url, 'GET')).toBe('TypeError: Failed to fetch')
    expect(await fetchIn(dashboard.page.mainFrame(), url, 'GET')).toBe('status 200')
    // It is the browser that withholds it: whoever is no browser gets it.
    expect((await fetch(url)).status).toBe(200)
  })

  it.each(servers)('is right that no page can delete a row of %s', async (server) => {
    const url = `${originOf(server)}/penguins/7`
    expect(await fetchIn(dashboard.page.mainFrame(), url, 'DELETE')).toBe('TypeError: Failed to fetch')
    const response = await fetch(`${originOf(server)}/penguins`)
    expect(await response.json()).toContainEqual(expect.objectContaining({ id: 7, bodyMass: 3650 }))
  })

  it('keeps its head in view', async () => {
    await dashboard.page.locator('.stranger').scrollIntoViewIfNeeded()
    await dashboard.cell('fetch', 'get').click()
    await dashboard.page.locator('.why').scrollIntoViewIfNeeded()
    const box = await dashboard.page.locator('#outcomes thead').boundingBox()
    expect(box?.y).toBe(0)
    await dashboard.page.keyboard.press('Escape')
  })
})

describe('the dashboard', () => {
  const opened: OpenedDashboard[] = []

  afterEach(async () => {
    await Promise.all(opened.splice(0).map(({ close }) => close()))
  })

  async function open(address = '', options?: BrowserContextOptions, url = example.url): Promise<OpenedDashboard> {
    const dashboard = await openDashboard(browser, url + address, options)
    opened.push(dashboard)
    await dashboard.done()
    return dashboard
  }

  it('opens a cell in place, with the messages of its exchange and the reason', async () => {
    const { page, cell } = await open()
    const button = cell('express', 'put').getByRole('button')
    await button.click()
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    expect(new URL(page.url()).hash).toBe('#express/put')

    const preflight = await page.locator('.message[data-purpose="preflight"]').textContent()
    expect(preflight).toContain('OPTIONS /penguins/7?exchange=')
    expect(preflight).toContain('Access-Control-Request-Method: PUT')
    expect(preflight).toContain('Access-Control-Request-Headers: content-type')
    expect(preflight).toContain(`Origin: ${example.url}`)
    expect(preflight).toContain(`access-control-allow-origin: ${example.url}`)
    expect(preflight).toContain('access-control-allow-methods: PUT')
    expect(await page.locator('.message[data-purpose="actual"]').textContent()).toContain('PUT /penguins/7?exchange=')
    expect(await page.locator('.why').textContent()).toContain('CORS-preflight fetch')
    expect(await page.locator('.exchange').textContent()).toContain('"bodyMass":3650')
  })

  it('closes a cell again with its button, with Close and with Escape', async () => {
    const { page, cell } = await open('?server=fetch')
    const button = cell('node', 'get').getByRole('button')
    const closings = [
      () => button.click(),
      () => page.getByRole('button', { name: 'Close' }).click(),
      () => page.keyboard.press('Escape'),
    ]
    for (const close of closings) {
      await button.press('Enter')
      expect(await page.locator('.exchange').count()).toBe(1)
      await close()
      expect(await page.locator('.exchange').count()).toBe(0)
      expect(await button.getAttribute('aria-expanded')).toBe('false')
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
      expect(page.url()).toBe(`${example.url}/?server=fetch`)
    }
  })

  it('opens the cell that its address names, on load and on change', async () => {
    const { page } = await open('#fetch/unlisted-method')
    expect(await page.locator('.exchange h3').textContent()).toBe('Fetch handler: Method not listed')
    expect(await page.locator('.message').count()).toBe(1)
    expect(await page.locator('.never-sent').textContent()).toBe('The DELETE itself was never sent.')
    expect(await page.locator('.why li[data-verdict="fail"]').count()).toBe(1)
    await page.evaluate(() => {
      location.hash = '#node/refused-origin'
    })
    await page.locator('.exchange h3', { hasText: 'node:http: Refused origin' }).waitFor()
    expect(await page.locator('.why li[data-verdict="fail"]').textContent()).toContain('CORS check')
  })

  it('sends cookies where the page asks with credentials: the visits are counted', async () => {
    const { page, cell, done } = await open('#express/credentials')
    expect(await page.locator('.exchange').textContent()).toContain('{"visits":1}')
    await page.getByRole('button', { name: 'Run again' }).click()
    await cell('node', 'get').and(page.locator('[data-outcome="pending"]')).waitFor({ state: 'detached' })
    await done()
    expect(await page.locator('.exchange').textContent()).toContain('{"visits":2}')
    // The other servers' cookies come along: a cookie belongs to a host, whatever the port.
    expect(await page.locator('.message').textContent()).toMatch(/Cookie:.*visits-express=1/)
  })

  it('works just so where it is opened on localhost', async () => {
    const { page } = await open('#node/credentials', {}, example.url.replace('127.0.0.1', 'localhost'))
    expect(await page.locator('.verdict-headline').textContent()).toBe(`${cells.length} of ${cells.length} as expected`)
    await page.getByRole('button', { name: 'Run again' }).click()
    await page.locator('.exchange', { hasText: '{"visits":2}' }).waitFor()
  })

  it('plots what a server gives, by the filters that are picked, and can be sent to somebody as it is', async () => {
    const { page } = await open()
    const figure = page.locator('.penguin-figure')
    await figure.and(page.locator('[data-state="done"][data-count="344"]')).waitFor()
    expect(await figure.textContent()).toContain('342 plotted, 2 never measured; the exposed header x-total-count: 344')
    expect(await figure.textContent()).toContain(`GET ${originOf('node')}/penguins`)

    await page.getByLabel('Server').selectOption('express')
    await page.getByLabel('Species').selectOption('Gentoo')
    await page.getByLabel('Sex').selectOption('female')
    await figure.and(page.locator('[data-state="done"][data-count="58"]')).waitFor()
    expect(await figure.textContent()).toContain(`GET ${originOf('express')}/penguins?species=Gentoo&sex=female`)
    expect(page.url()).toBe(`${example.url}/?server=express&species=Gentoo&sex=female`)

    await page.getByLabel('Island').selectOption('Dream')
    await page.locator('.penguin-figure[data-state="empty"]').waitFor()
    await page.getByLabel('Island').selectOption('all')
    await page.reload()
    await figure.and(page.locator('[data-state="done"][data-count="58"]')).waitFor()
    expect(await page.getByLabel('Species').inputValue()).toBe('Gentoo')
  })

  it('says which cells are not as expected where a server cannot be reached', async () => {
    const { page, cell, done } = await open()
    // Playwright's own routes would answer the preflights of every server.
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setBlockedURLs', { urls: [`${originOf('express')}/*`] })
    await page.getByRole('button', { name: 'Run again' }).click()
    await page.locator('#outcomes[data-state="running"]').waitFor()
    await done()
    expect(await page.locator('.verdict-headline').textContent()).toBe(
      `${cells.length - expectations.length} of ${cells.length} as expected`,
    )
    expect(await cell('express', 'get').getAttribute('data-outcome')).toBe('not-applicable')
    expect(await cell('express', 'get').textContent()).toContain('expected: readable')
    await page.getByRole('link', { name: 'Express, Public GET' }).click()
    expect(await page.locator('.exchange-verdict').textContent()).toContain(`No request reached ${originOf('express')}`)
    await page.getByLabel('Server').selectOption('express')
    await page.locator('.penguin-figure[data-state="failed"]').waitFor()
    expect(await page.locator('.penguin-figure').textContent()).toContain('Is the example still running?')
  })

  it('can be stopped while it runs', async () => {
    const { page } = await open()
    await page.locator('.outcomes-bar button').evaluate((button) => {
      button.dispatchEvent(new MouseEvent('click'))
      button.dispatchEvent(new MouseEvent('click'))
    })
    await page.locator('#outcomes[data-state="stopped"]').waitFor()
    expect(await page.locator('.verdict-headline').textContent()).toBe(`0 of ${cells.length} as expected, then stopped`)
    expect(await page.locator('td[data-outcome="pending"]').count()).toBe(cells.length)
  })

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 400],
  ] as const)('fits where it is %s and %i pixels wide', async (colorScheme, width) => {
    const { page } = await open('', { colorScheme, viewport: { width, height: 900 } })
    await page.locator('.plot svg').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await photograph(`dashboard-${colorScheme}-${width}`, page)
  })

  it.each([
    ['light', 1280],
    ['dark', 400],
  ] as const)('shows an open cell where it is %s and %i pixels wide', async (colorScheme, width) => {
    const { page } = await open('#express/put', { colorScheme, viewport: { width, height: 900 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await photograph(`dashboard-open-cell-${colorScheme}-${width}`, page)
  })
})
