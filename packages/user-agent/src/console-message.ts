import { chromiumMessage } from './console-message-chromium.ts'
import { consoleFacts } from './console-message-facts.ts'
import { firefoxMessage, firefoxWarning } from './console-message-firefox.ts'
import { isPageMistake, pageMistakeMessage } from './console-message-page-mistake.ts'
import { webkitMessage } from './console-message-webkit.ts'
import type { Engine } from './engine-quirk.ts'
import type { Exchange } from './exchange.ts'

/**
 * Gives the line with which an engine's console names the reason why an exchange failed; `null` where it says nothing.
 *
 * Consoles print more beside it that says less, such as `net::ERR_FAILED` or `Load failed`. A mistake of the page is an
 * exception, which a console shows as long as nobody catches it. Where several headers are not allowed, an engine names
 * one of them, and not always the same.
 *
 * What came over the wire is escaped. The wording is that of Chromium 156, Firefox 153 and WebKitGTK 2.50, in English.
 */
export function consoleMessage(exchange: Exchange, engine: Engine): string | null {
  const { reason, request } = exchange
  if (reason !== null && isPageMistake(reason)) return pageMistakeMessage(reason, request, engine)
  const facts = consoleFacts(exchange)
  if (reason === null) return engine === 'firefox' ? firefoxWarning(facts) : null
  switch (engine) {
    case 'chromium':
      return chromiumMessage(reason, facts)
    case 'firefox':
      return firefoxMessage(reason, facts)
    case 'webkit':
      return webkitMessage(reason, facts)
  }
}
