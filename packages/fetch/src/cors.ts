import { createCors, type CorsDecision, type CorsOptions, type CorsSource, type WithoutMistakes } from '@corsac/core'
import { answerOf } from './answer.ts'
import { applyDecision } from './apply-decision.ts'
import { logError } from './log-error.ts'
import { findDecision, forgetDecision, rememberDecision } from './request-decision.ts'
import { requestHead } from './request-head.ts'
import { warnMountedTwice } from './warn-mounted-twice.ts'

/**
 * A web-standard handler, with whatever its runtime passes after the request. On Bun it may return nothing, where it has
 * upgraded the connection.
 */
export type FetchHandler<
  Rest extends readonly unknown[],
  Result extends Response | undefined = Response,
  Incoming extends Request = Request,
> = (request: Incoming, ...rest: Rest) => Result | Promise<Result>

/** The arguments of a handler: what pickers and hooks get as their context. */
export type FetchContext<Rest extends readonly unknown[]> = readonly [request: Request, ...rest: Rest]

/** What `cors()` may be told beside the policy. */
export interface FetchCorsOptions<Rest extends readonly unknown[]> extends CorsOptions<FetchContext<Rest>> {
  /**
   * Makes the response for an error that the handler threw, so that pages can read it. Default: an empty 500, and the
   * error on the console. Rethrow to leave the error to the runtime, which then answers without CORS headers.
   */
  readonly onHandlerError?: (error: unknown, context: FetchContext<Rest>) => Response | Promise<Response>
}

/**
 * Wraps a web-standard handler so that it enforces a CORS policy.
 *
 * Preflights are answered without the handler; every other response, a thrown one and that of a thrown error included,
 * comes back as a copy with the CORS headers.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<
  Rest extends readonly unknown[] = readonly unknown[],
  const Source extends CorsSource<FetchContext<Rest>> = CorsSource<FetchContext<Rest>>,
>(
  source?: WithoutMistakes<Source>,
  options: FetchCorsOptions<Rest> = {},
): <Args extends Rest, Result extends Response | undefined = Response, Incoming extends Request = Request>(
  handler: FetchHandler<Args, Result, Incoming>,
) => (request: Incoming, ...rest: Args) => Promise<Result | Response> {
  const { onHandlerError = answerError, ...corsOptions } = options
  const decide = createCors<FetchContext<Rest>, Source>(source, { onError: logError, ...corsOptions })

  return (handler) =>
    async (request, ...rest) => {
      const outer = findDecision(request)
      if (outer !== undefined && outer.by !== handler) {
        warnMountedTwice()
        return handler(request, ...rest)
      }
      const context: FetchContext<Rest> = [request, ...rest]
      const pending = decide(requestHead(request), context)
      const decision: CorsDecision = pending instanceof Promise ? await pending : pending
      if (decision.kind === 'answer') return answerOf(decision)
      rememberDecision(request, { decision, by: handler })
      try {
        return applyDecision(await handler(request, ...rest), decision)
      } catch (error) {
        // Frameworks throw responses to redirect.
        return applyDecision(error instanceof Response ? error : await onHandlerError(error, context), decision)
      } finally {
        forgetDecision(request)
      }
    }
}

function answerError(error: unknown): Response {
  console.error('[corsac] The handler threw:', error)
  return new Response(null, { status: 500 })
}
