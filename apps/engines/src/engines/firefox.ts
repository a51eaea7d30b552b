import puppeteer from 'puppeteer-core'
import type { PageReport } from '../page-report.ts'
import type { Engine } from './engine.ts'
import { findExecutable } from './find-executable.ts'

/** The executables that are Firefox, by what they are called. */
export const FIREFOX_NAMES = ['firefox-esr', 'firefox']

/** Starts Firefox, which is driven over WebDriver BiDi. */
export async function launchFirefox(pageUrl: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findExecutable(FIREFOX_NAMES, 'FIREFOX_PATH'),
    headless: true,
    handleSIGINT: false,
    protocolTimeout: 0,
  })
  try {
    const page = await browser.newPage()
    await page.goto(pageUrl)
    const version = (await browser.version()).replace(/^firefox\//, '')
    return {
      name: 'firefox',
      version: `Firefox ${version}`,
      play: async (trials) => {
        const reports: readonly PageReport[] = JSON.parse(
          String(await page.evaluate(`playTrials(${JSON.stringify(trials)}).then(JSON.stringify)`)),
        )
        return reports
      },
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}
