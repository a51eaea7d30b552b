import type { CorsOptions, CorsRouteOption, CorsSource, WithoutMistakes } from '@corsac/core'
import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'
import { registerCors } from './app-cors.ts'
import { createDeciders } from './deciders.ts'
import { isInstance } from './scopes-around.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The CORS policy of a route: a policy, a configuration that names `allowOrigins`, or `false`, which refuses every
     * page. Nothing is inherited from that of `cors()`.
     */
    cors?: CorsRouteOption
  }
}

/**
 * Makes a Fastify plugin that enforces a CORS policy on everything that is served by the instance on which it is
 * registered, and by those inside it: `await app.register(cors(…))`.
 *
 * Register it before what authenticates: a CORS-preflight request carries no credentials, and Fastify runs hooks in the
 * order of their registration. A route has a policy of its own with `config: { cors: … }`.
 *
 * @param source The policy, its configuration, or a function that picks a policy for each request; a public API if left out.
 * @throws {CorsConfigError} At start, if the configuration has mistakes; it names every one.
 */
export function cors<const Source extends CorsSource<FastifyRequest>>(
  source?: WithoutMistakes<Source>,
  options: CorsOptions<FastifyRequest> = {},
): FastifyPluginCallback {
  if (isInstance(source))
    throw new TypeError(
      'cors is not a plugin, but makes one: write "app.register(cors(policy))", with the policy in it',
    )
  const deciders = createDeciders<Source>(source, options)

  function register(...[app, registerOptions, done]: Parameters<FastifyPluginCallback>): void {
    const unread = Object.keys(registerOptions).join(', ')
    if (unread === '') {
      registerCors(app, deciders)
      done()
    } else {
      done(
        new TypeError(
          `cors() reads no options where it is registered (${unread}): hand over the policy as in register(cors(policy)), and for a prefix register it on the instance that has the prefix`,
        ),
      )
    }
  }

  // Without encapsulation, it applies to the instance that registers it.
  return fastifyPlugin(register, { name: '@corsac/fastify', fastify: '5.x' })
}
