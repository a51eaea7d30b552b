import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { CorsOptions, CorsSource, WithoutMistakes } from '@corsac/core'
import { createMiddleware, type NodeMiddleware } from './middleware.ts'

/**
 * Enforces a CORS policy on a `node:http2` server through its compatibility API, HTTP/1 clients of the same server
 * included.
 *
 * Mount it before everything else. What is sent on the `stream` of a request escapes: see `corsHeaders`.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<const Source extends CorsSource<Http2ServerRequest>>(
  source?: WithoutMistakes<Source>,
  options: CorsOptions<Http2ServerRequest> = {},
): NodeMiddleware<Http2ServerRequest, Http2ServerResponse> {
  return createMiddleware<Http2ServerRequest, Source>(source, options)
}

export { corsHeaders } from './cors-headers.ts'
