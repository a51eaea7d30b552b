import type { FastifyInstance } from 'fastify'

/** Lists an instance and those around it, the root of the application last. */
export function scopesAround(scope: FastifyInstance): readonly [FastifyInstance, ...FastifyInstance[]] {
  // Each is the prototype of those inside it: Fastify has no other word for it.
  const around: unknown = Object.getPrototypeOf(scope)
  return isInstance(around) ? [scope, ...scopesAround(around)] : [scope]
}

/** Tells whether a value is an instance of Fastify, of whichever copy. */
export function isInstance(value: unknown): value is FastifyInstance {
  return typeof value === 'object' && value !== null && 'addHook' in value && 'register' in value
}
