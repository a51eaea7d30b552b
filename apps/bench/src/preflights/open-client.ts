import { launchChromium, openPage } from '@corsac/test-browser'
import type { Page } from 'playwright-core'
import { listen } from '../frameworks/listen.ts'

declare global {
  // What `@corsac/test-browser` sends to pages names it; all else of a browser has no place in the types of the bench.
  const window: Window
}

/** A page in a real Chromium that has cached nothing, on an origin of its own. */
export interface OpenedClient {
  readonly page: Page
  /** Of the browser. */
  readonly version: string
  readonly close: () => Promise<void>
}

/**
 * Opens an empty page over HTTP.
 *
 * @throws {Error} If no Chromium can be had; it says what is missing.
 */
export async function openClient(): Promise<OpenedClient> {
  const browser = await launchChromium()
  const server = await listen((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Session</title>')
  })
  const { page } = await openPage(browser, `http://127.0.0.1:${server.port}/`)
  return {
    page,
    version: browser.version(),
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}
