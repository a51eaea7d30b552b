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
        const reports = await page.evaluate(`playTrials(${JSON.stringify(trials)}).then(JSON.stringify)`)
        return readReports(String(reports))
      },
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

function readReports(text: string): readonly PageReport[] {
  const reports: unknown = JSON.parse(text)
  if (!areReports(reports)) throw new Error('The page reported something else than a list')
  return reports
}

/** The reports are the page's own, whose program is type-checked with this. */
function areReports(value: unknown): value is readonly PageReport[] {
  return Array.isArray(value)
}
