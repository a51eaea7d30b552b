import {
  createCors,
  type CorsAnswer,
  type CorsDecision,
  type CorsOptions,
  type CorsSource,
  type WithoutMistakes,
} from '@corsac/core'
import { isPublicSuffix } from '@corsac/core/public-suffixes'
import { applyWhenSent, isMountedAgain, logError, rememberDecision, requestHead } from '@corsac/node'
import type { Context, Middleware, Next } from 'koa'

/**
 * Koa middleware that enforces a CORS policy.
 *
 * Mount it with `app.use` before routers, body parsers and authentication: a CORS-preflight request carries no
 * credentials and has no route. Answers to errors and to unknown routes get the headers too.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<const Source extends CorsSource<Context>>(
  source?: WithoutMistakes<Source>,
  options: CorsOptions<Context> = {},
): Middleware {
  const decide = createCors<Context, Source>(source, { onError: logError, isPublicSuffix, ...options })

  return (ctx, next) => {
    if (ctx.headerSent || isMountedAgain(ctx.res)) return next()
    const decision = decide(requestHead(ctx.req), ctx)
    return decision instanceof Promise
      ? decision.then((settled) => proceed(ctx, settled, next))
      : proceed(ctx, decision, next)
  }
}

function proceed(ctx: Context, decision: CorsDecision, next: Next): Promise<unknown> | undefined {
  rememberDecision(ctx.res, decision)
  applyWhenSent(ctx.res)
  if (decision.kind === 'continue') return next()
  answer(ctx, decision)
  return undefined
}

/** Has Koa send the answer, so that what is mounted outside, such as a logger, sees it like any other. */
function answer(ctx: Context, { status, body }: CorsAnswer): void {
  // Koa takes an absent body for a 204, so the status comes after it.
  ctx.body = body ?? null
  ctx.status = status
  // Otherwise Koa 2 sends neither a length nor chunks, and the connection has to be closed.
  if (body === undefined) ctx.length = 0
}
