import { launchChromium } from './chromium.ts'
import type { EngineLauncher, EngineName } from './engine.ts'
import { launchFirefox } from './firefox.ts'
import { launchWebKit } from './webkit.ts'

/** How each engine is started. */
export const LAUNCHERS: Readonly<Record<EngineName, EngineLauncher>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit,
}
