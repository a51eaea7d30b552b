import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

/** The dashboard in a browser window of its own. */
export interface OpenedDashboard {
  readonly page: Page
  /** What the console has shown as errors. */
  readonly consoleErrors: readonly string[]
  /** What scripts of the page have thrown. */
  readonly pageErrors: readonly Error[]
  /** The cell of the table for a server and a scenario. */
  readonly cell: (server: string, scenario: string) => Locator
  /** Waits until every cell has run. */
  readonly done: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens an address in a new window that shares nothing, no cookies either, with others. */
export async function openDashboard(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedDashboard> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const consoleErrors: string[] = []
  const pageErrors: Error[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text())
  })
  page.on('pageerror', (error) => {
    pageErrors.push(error)
  })
  await page.goto(url)
  return {
    page,
    consoleErrors,
    pageErrors,
    cell: (server, scenario) => page.locator(`td[data-server="${server}"][data-scenario="${scenario}"]`),
    done: () => page.locator('#outcomes[data-state="done"]').waitFor(),
    close: () => context.close(),
  }
}
