import type { IncomingMessage, ServerResponse } from 'node:http'
import { createCors, type CorsDecision, type CorsOptions, type CorsSource, type WithoutMistakes } from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { applyWhenSent, sendAnswer } from './apply-decision.ts'
import { logError } from './log-error.ts'
import type { NodeRequest, NodeResponse } from './node-message.ts'
import { requestHead } from './request-head.ts'
import { findDecision, rememberDecision } from './response-decision.ts'
import { warnMountedTwice } from './warn-mounted-twice.ts'

/** Middleware in the form that Connect gave it: it calls `next` for what the application is to handle. */
export type NodeMiddleware<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
> = (request: Request, response: Response, next: () => void) => void

/**
 * Makes the middleware for both kinds of Node server, whose requests and responses differ in type alone, and for the
 * frameworks whose middleware has the same form.
 *
 * @param prepare Has what is remembered of a response applied when its headers are sent.
 */
export function createMiddleware<Request extends NodeRequest, const Source extends CorsSource<Request>>(
  source: WithoutMistakes<Source> | undefined,
  options: CorsOptions<Request>,
  prepare: (response: NodeResponse) => void = applyWhenSent,
): NodeMiddleware<Request, NodeResponse> {
  const decide = createCors<Request, Source>(source, { onError: logError, isPublicSuffix, ...options })

  return (request, response, next) => {
    if (isMountedAgain(response)) {
      // A framework may have given the response another prototype meanwhile.
      prepare(response)
      next()
      return
    }
    const decision = decide(requestHead(request), request)
    if (decision instanceof Promise)
      void decision.then((settled) => {
        proceed(response, settled, next, prepare)
      })
    else proceed(response, decision, next, prepare)
  }
}

function proceed(
  response: NodeResponse,
  decision: CorsDecision,
  next: () => void,
  prepare: (response: NodeResponse) => void,
): void {
  rememberDecision(response, decision)
  prepare(response)
  if (decision.kind === 'continue') next()
  // Something else may have answered, such as a time limit while a predicate was asked.
  else if (!response.headersSent) sendAnswer(response, decision)
}

/**
 * Recognises a response whose request an outer `cors()` has decided about. The outermost one wins everywhere, so an inner
 * one passes on; that there is a second one is said once, as a warning of the process.
 */
export function isMountedAgain(response: NodeResponse): boolean {
  if (findDecision(response) === undefined) return false
  warnMountedTwice()
  return true
}
