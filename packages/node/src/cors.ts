import type { IncomingMessage } from 'node:http'
import type { CorsOptions, CorsSource, WithoutMistakes } from '@corsac/core'
import { createMiddleware, type NodeMiddleware } from './middleware.ts'

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
  return createMiddleware<Request, Source>(source, options)
}
