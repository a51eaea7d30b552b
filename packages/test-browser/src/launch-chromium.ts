import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/**
 * Launches a Chromium that enforces CORS as a visitor's does.
 *
 * The arguments that `@sparticuz/chromium` proposes are not used: `--disable-web-security` is among them.
 *
 * @throws {Error} If no Chromium can be had; it says what is missing.
 */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = await findChromium()
  return chromium.launch({
    executablePath: path,
    env: { ...definedEnvironment(), ...env },
    args: [
      '--no-sandbox',
      '--headless=shell',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']))
}
