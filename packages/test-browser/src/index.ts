export { type ChromiumExecutable, findChromium } from './find-chromium.ts'
export { findViolations } from './find-violations.ts'
export { launchChromium } from './launch-chromium.ts'
export { type OpenedPage, openPage } from './open-page.ts'
