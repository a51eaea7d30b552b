import type { IncomingMessage } from 'node:http'
import type { CorsDecisionHeaders } from '@corsac/core'
import { applyWhenSent } from '@corsac/node'
import type { FastifyInstance } from 'fastify'

/**
 * Covers what Fastify answers before it runs any hook: malformed URLs, parameters that are too long, requests that come
 * while it closes. That takes the server which Fastify itself has made.
 */
export function coverUnhooked(
  { server, routing }: Pick<FastifyInstance, 'server' | 'routing'>,
  decide: (request: IncomingMessage) => CorsDecisionHeaders,
): void {
  // A server of the application's own making may serve others beside Fastify.
  if (!server.listeners('request').some((listener) => listener === routing)) return
  server.prependListener('request', (request: IncomingMessage, response) => {
    applyWhenSent(response, () => decide(request))
  })
}
