import type { BundledImport, PublishedBundle } from './published-bundle.ts'

const nodePeer: BundledImport = { entry: 'cors', names: ['default'] }

/**
 * Every entry of the packages that become part of an application, with its budget: some 3 % above what it weighed when
 * the budget was written. One that is exceeded asks for a decision: to take out what came in, or to raise it and say why.
 */
export const publishedBundles: readonly PublishedBundle[] = [
  { entry: '@corsac/core', names: ['decide', 'definePolicy'], platform: 'edge', budget: 13_200 },
  { entry: '@corsac/core', names: ['createCors'], platform: 'edge', budget: 17_100 },
  { entry: '@corsac/core/public-suffixes', names: ['isPublicSuffix'], platform: 'edge', budget: 48_500 },
  { entry: '@corsac/fetch', names: ['cors'], platform: 'edge', budget: 18_100 },
  {
    entry: '@corsac/hono',
    names: ['cors'],
    platform: 'edge',
    framework: 'hono',
    budget: 18_200,
    peer: { entry: 'hono/cors', names: ['cors'], framework: 'hono' },
  },
  {
    entry: '@corsac/h3',
    names: ['cors'],
    platform: 'edge',
    framework: 'h3',
    budget: 20_100,
    // A part of its framework: what it shares with the rest of it is weighed with it.
    peer: { entry: 'h3', names: ['handleCors'], framework: 'h3' },
  },
  {
    entry: '@corsac/elysia',
    names: ['cors'],
    platform: 'edge',
    framework: 'elysia',
    budget: 19_400,
    peer: { entry: '@elysiajs/cors', names: ['cors'], framework: 'elysia' },
  },
  // It imports nothing of h3 itself, and the application that has version 1 of it is not here.
  { entry: '@corsac/h3/v1', names: ['cors'], platform: 'node', budget: 67_900 },
  { entry: '@corsac/node', names: ['cors'], platform: 'node', budget: 67_800, peer: nodePeer },
  { entry: '@corsac/node/http2', names: ['cors'], platform: 'node', budget: 67_800 },
  {
    entry: '@corsac/express',
    names: ['cors'],
    platform: 'node',
    framework: 'express',
    budget: 67_800,
    peer: { ...nodePeer, framework: 'express' },
  },
  {
    entry: '@corsac/koa',
    names: ['cors'],
    platform: 'node',
    framework: 'koa',
    budget: 67_800,
    peer: { entry: '@koa/cors', names: ['default'], framework: 'koa' },
  },
  {
    entry: '@corsac/fastify',
    names: ['cors'],
    platform: 'node',
    framework: 'fastify',
    budget: 90_000,
    peer: { entry: '@fastify/cors', names: ['default'], framework: 'fastify' },
  },
  // What hapi has of CORS is no package.
  { entry: '@corsac/hapi', names: ['cors'], platform: 'node', framework: '@hapi/hapi', budget: 68_700 },
  { entry: '@corsac/user-agent', names: ['createUserAgent'], platform: 'edge', budget: 19_300 },
  { entry: '@corsac/user-agent/node', names: ['createCorsFetch'], platform: 'node', budget: 83_500 },
]

/** Published packages that become part of no application: tools, which run where they are installed. */
export const tools: readonly string[] = ['@corsac/cli', '@corsac/test-kit']
