import type { CorsOptions, CorsSource, WithoutMistakes } from '@corsac/core'
import { createMiddleware } from '@corsac/node'
import type { Request, RequestHandler } from 'express'
import { applyByPrototype } from './apply-by-prototype.ts'

/**
 * Express middleware that enforces a CORS policy.
 *
 * Mount it with `app.use` before routes, body parsers and authentication: a CORS-preflight request carries no
 * credentials and has no route. Answers to errors and to unknown routes get the headers too.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<const Source extends CorsSource<Request>>(
  source?: WithoutMistakes<Source>,
  options: CorsOptions<Request> = {},
): RequestHandler {
  return createMiddleware<Request, Source>(source, options, applyByPrototype)
}
