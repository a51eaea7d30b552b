import { chromium } from 'playwright-core'
import type { PageReport } from '../page-report.ts'
import type { Engine } from './engine.ts'
import { findExecutable } from './find-executable.ts'

/** The executables that are Chromium, by what they are called. */
export const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Starts Chromium with nothing switched off that a visitor's has on. */
export async function launchChromium(pageUrl: string): Promise<Engine> {
  const browser = await chromium.launch({
    executablePath: await findExecutable(CHROMIUM_NAMES, 'CHROME_PATH'),
    args: ['--no-sandbox', '--headless=shell', '--disable-background-networking', '--disable-component-update'],
    handleSIGINT: false,
  })
  try {
    const page = await browser.newPage()
    await page.goto(pageUrl)
    return {
      name: 'chromium',
      version: `Chromium ${browser.version()}`,
      play: (trials) => page.evaluate<readonly PageReport[]>(`playTrials(${JSON.stringify(trials)})`),
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}
