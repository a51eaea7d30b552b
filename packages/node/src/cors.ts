import type { IncomingMessage, ServerResponse } from 'node:http'
import { createCors, type CorsDecision, type CorsOptions, type CorsSource, type WithoutMistakes } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { applyWhenSent, sendAnswer } from './apply-decision.ts'
import { logError } from './log-error.ts'
import { requestHead } from './request-head.ts'
import { findDecision, rememberDecision } from './response-decision.ts'

/** Middleware in the form that Connect gave it: it calls `next` for what the application is to handle. */
export type NodeMiddleware<Request extends IncomingMessage = IncomingMessage> = (
  request: Request,
  response: ServerResponse,
  next: () => void,
) => void

/**
 * Enforces a CORS policy on a `node:http` server, or as Connect-style middleware.
 *
 * Mount it before everything else: a CORS-preflight request carries no credentials, so authentication would refuse it,
 * and no router knows its route.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<
  Request extends IncomingMessage = IncomingMessage,
  const Source extends CorsSource<Request> = CorsSource<Request>,
>(source?: WithoutMistakes<Source>, options: CorsOptions<Request> = {}): NodeMiddleware<Request> {
  const decide = createCors<Request, Source>(source, { onError: logError, isPublicSuffix, ...options })

  return (request, response, next) => {
    if (response.headersSent || isMountedAgain(response)) {
      next()
      return
    }
    const decision = decide(requestHead(request), request)
    if (decision instanceof Promise)
      void decision.then((settled) => {
        proceed(response, settled, next)
      })
    else proceed(response, decision, next)
  }
}

function proceed(response: ServerResponse, decision: CorsDecision, next: () => void): void {
  rememberDecision(response, decision)
  if (decision.kind === 'continue') {
    applyWhenSent(response, decision)
    next()
  } else if (!response.headersSent) {
    // While a predicate was asked, something else, such as a time limit, may have answered.
    sendAnswer(response, decision)
  }
}

let hasWarned = false

/** The outermost `cors()` wins everywhere; that there is a second one is said once. */
function isMountedAgain(response: ServerResponse): boolean {
  if (findDecision(response) === undefined) return false
  if (!hasWarned) {
    hasWarned = true
    process.emitWarning(
      'cors() is mounted twice on the same request: the outermost policy applies, remove the other one.',
      {
        type: 'CorsacWarning',
        code: 'CORSAC_MOUNTED_TWICE',
      },
    )
  }
  return true
}
