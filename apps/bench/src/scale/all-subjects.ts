import type { ScaleSubject } from './scale-subject.ts'

/** How each subject is loaded, so that a process loads one; the order of the tables. */
export const subjects: Readonly<Record<string, () => Promise<ScaleSubject>>> = {
  set: async () => (await import('./subjects/set.ts')).setSubject,
  decide: async () => (await import('./subjects/decide.ts')).decideSubject,
  'by-hand': async () => (await import('./subjects/by-hand.ts')).byHandSubject,
  corsac: async () => (await import('./subjects/corsac.ts')).corsacSubject,
  cors: async () => (await import('./subjects/cors.ts')).corsSubject,
  fastify: async () => (await import('./subjects/fastify.ts')).fastifySubject,
  koa: async () => (await import('./subjects/koa.ts')).koaSubject,
  hono: async () => (await import('./subjects/hono.ts')).honoSubject,
  h3: async () => (await import('./subjects/h3.ts')).h3Subject,
  elysia: async () => (await import('./subjects/elysia.ts')).elysiaSubject,
  hapi: async () => (await import('./subjects/hapi.ts')).hapiSubject,
}
