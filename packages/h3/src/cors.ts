import {
  type CorsAnswer,
  type CorsDecision,
  type CorsOptions,
  type CorsRouteOption,
  type CorsSource,
  createRouteCors,
  type WithoutMistakes,
} from '@corsac/core'
import { requestHead } from '@corsac/fetch'
import { applyWhenSent, logError, type NodeResponse } from '@corsac/node'
import { type H3Event, HTTPResponse, type Middleware } from 'h3'
import { rememberDecision } from './event-decision.ts'
import { claimResponse, isMountedAgain } from './mounted-again.ts'
import { respond } from './respond.ts'
import { createFindDecider } from './find-decider.ts'

declare module 'h3' {
  interface H3RouteMeta {
    /**
     * What a route says of CORS, in place of the policy given to `cors()`: a policy, a configuration that names
     * `allowOrigins`, or `false`, which refuses every page.
     */
    readonly cors?: CorsRouteOption
  }
}

/** What `cors()` may be told beside the policy. */
export interface H3CorsOptions extends CorsOptions<H3Event> {
  /**
   * What groups of routes say of CORS, in place of the policy: by a path pattern of h3, with a method before it or for all
   * of them, such as `PUT /items/**`. The most specific pattern counts, and a route's own `meta.cors` counts for more. In an
   * application that is mounted below a path, patterns begin below it.
   */
  readonly routeRules?: Readonly<Record<string, CorsRouteOption>>
}

/**
 * h3 middleware that enforces a CORS policy.
 *
 * Mount it with `app.use` before all other middleware: a CORS-preflight request carries no credentials and has no route.
 * Answers to errors and to unknown routes get the headers too. A route has a policy of its own with `meta.cors`.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration or a route rule has mistakes; it names every one.
 */
export function cors<const Source extends CorsSource<H3Event>>(
  source?: WithoutMistakes<Source>,
  { routeRules, ...options }: H3CorsOptions = {},
): Middleware {
  const findDecider = createFindDecider(
    createRouteCors<H3Event, Source>(source, { onError: logError, ...options }),
    routeRules,
  )

  function proceed(
    event: H3Event,
    response: NodeResponse | undefined,
    decision: CorsDecision,
    next: () => unknown,
  ): unknown {
    rememberDecision(event, decision)
    const proceedWith = decision.kind === 'continue' ? next : () => answerOf(decision)
    if (response === undefined) return respond(event, proceedWith, decision)
    claimResponse(response, decision, middleware)
    applyWhenSent(response)
    return proceedWith()
  }

  function middleware(event: H3Event, next: () => unknown): unknown {
    // What is sent on Node ends there, whichever way it took; elsewhere it is what h3 returns.
    const response = event.runtime?.node?.res
    if (isMountedAgain(event, response, middleware)) return next()
    const head = requestHead(event.req)
    const decision = findDecider(event, head)(head, event)
    return decision instanceof Promise
      ? decision.then((settled) => proceed(event, response, settled, next))
      : proceed(event, response, decision, next)
  }
  return middleware
}

/** Leaves the sending to h3, so that hooks and what is mounted outside, such as a logger, see it like any other response. */
function answerOf({ status, body }: CorsAnswer): HTTPResponse {
  const isEmpty = body === undefined && status !== 204
  return new HTTPResponse(body ?? null, { status, headers: isEmpty ? { 'content-length': '0' } : {} })
}
