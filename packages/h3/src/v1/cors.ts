import type { ServerResponse } from 'node:http'
import { createCors, type CorsDecision, type CorsOptions, type CorsSource, type WithoutMistakes } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { applyWhenSent, isMountedAgain, logError, rememberDecision, requestHead, sendAnswer } from '@corsac/node'
import type { EventHandler, H3Event } from './h3-event.ts'
import { isNeverSent, keepHeaders } from './keep-headers.ts'

/**
 * Event handler of h3 1 that enforces a CORS policy.
 *
 * Mount it with `app.use` before all others, or export it from `server/middleware/` of Nuxt 3 and Nitro 2: a CORS-preflight
 * request carries no credentials and has no route. Answers to errors and to unknown routes get the headers too.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<const Source extends CorsSource<H3Event>>(
  source?: WithoutMistakes<Source>,
  options: CorsOptions<H3Event> = {},
): EventHandler {
  const decide = createCors<H3Event, Source>(source, { onError: logError, isPublicSuffix, ...options })

  function handle(event: H3Event): Promise<void> | undefined {
    const { req, res } = event.node
    if (res.headersSent || isMountedAgain(res)) return undefined
    const decision = decide(requestHead(req), event)
    if (decision instanceof Promise)
      return decision.then((settled) => {
        proceed(res, settled)
      })
    proceed(res, decision)
    return undefined
  }
  return Object.assign(handle, { __is_handler__: true } as const)
}

function proceed(response: ServerResponse, decision: CorsDecision): void {
  rememberDecision(response, decision)
  if (isNeverSent(response)) keepHeaders(response, decision)
  else applyWhenSent(response)
  // While a predicate was asked, something else, such as a time limit, may have answered.
  if (decision.kind === 'continue' || response.writableEnded || response.headersSent) return
  sendAnswer(response, decision)
}
