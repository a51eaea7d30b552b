import type { FrameworkBench } from './framework-bench.ts'

/** How each framework is loaded, so that a process loads one. */
export const frameworks: Readonly<Record<string, () => Promise<FrameworkBench>>> = {
  node: async () => (await import('./node.ts')).nodeBench,
  express: async () => (await import('./express.ts')).expressBench,
  fastify: async () => (await import('./fastify.ts')).fastifyBench,
  koa: async () => (await import('./koa.ts')).koaBench,
  h3: async () => (await import('./h3.ts')).h3Bench,
  'hono fetch': async () => (await import('./hono.ts')).honoFetchBench,
  'h3 fetch': async () => (await import('./h3.ts')).h3FetchBench,
  elysia: async () => (await import('./elysia.ts')).elysiaBench,
  hapi: async () => (await import('./hapi.ts')).hapiBench,
  // Last, because its adapter replaces globals of the process, where several are in one.
  hono: async () => (await import('./hono.ts')).honoBench,
}
