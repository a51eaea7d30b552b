import { createCors, type CorsDecision, type CorsOptions, type CorsSource, type WithoutMistakes } from '@corsac/core'
import { logError, requestHead } from '@corsac/fetch'
import type { Context, Env, MiddlewareHandler, Next } from 'hono'
import { answerPreflight, applyDecision, prepareHeaders } from './apply-decision.ts'
import { isMountedAgain, rememberDecision } from './context-decision.ts'

/**
 * Hono middleware that enforces a CORS policy.
 *
 * Mount it with `app.use` before routes and authentication: a CORS-preflight request carries no credentials and has no
 * route. Answers to errors and to unknown routes get the headers too.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what Hono's own Context and MiddlewareHandler default to
  E extends Env = any,
  const Source extends CorsSource<Context<E>> = CorsSource<Context<E>>,
>(source?: WithoutMistakes<Source>, options: CorsOptions<Context<E>> = {}): MiddlewareHandler<E> {
  const decide = createCors<Context<E>, Source>(source, { onError: logError, ...options })

  return (c, next) => {
    if (isMountedAgain(c)) return next()
    const decision = decide(requestHead(c.req.raw), c)
    return decision instanceof Promise
      ? decision.then((settled) => proceed(c, settled, next))
      : proceed(c, decision, next)
  }
}

async function proceed(c: Context, decision: CorsDecision, next: Next): Promise<Response | undefined> {
  rememberDecision(c, decision)
  if (decision.kind === 'answer') return answerPreflight(c, decision)
  prepareHeaders(c, decision)
  await next()
  // The first releases of Hono 4 answer 404 only after the last middleware where no route matches.
  if (!c.finalized && isAlone(c)) c.res = await c.notFound()
  applyDecision(c, decision)
  return undefined
}

/** Whether no other middleware, and no handler, matches the request. */
function isAlone({ req }: Context): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what replaces it is not in the first releases of Hono 4
  return req.matchedRoutes.length === 1
}
