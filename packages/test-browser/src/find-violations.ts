import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** The checker of accessibility, once it is in the page. */
    readonly axe: { run(): Promise<AxeResults> }
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Finds what keeps a page from being read and used by everybody: the rules that it breaks, each with the elements.
 *
 * @param page One whose own policy does not forbid scripts: open it with `bypassCSP`.
 */
export async function findViolations(page: Page): Promise<readonly (readonly [rule: string, html: string[]])[]> {
  await page.addScriptTag({ content: axe })
  const { violations } = await page.evaluate(() => window.axe.run())
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
