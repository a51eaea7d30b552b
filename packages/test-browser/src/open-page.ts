import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page in a window of its own. */
export interface OpenedPage {
  readonly page: Page
  /** What the page has said on the console, thrown, opened a dialog for, or asked for beside itself. */
  readonly complaints: readonly string[]
}

/**
 * Opens a page that needs nothing beside itself, in a new window that shares nothing with others.
 *
 * @param url Of a file, or of anything else that is asked for once.
 */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('dialog', (dialog) => complaints.push(dialog.message()))
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) complaints.push(request.url())
  })
  await page.goto(url)
  return { page, complaints }
}
