import { expect, it } from 'vitest'
import { packageVersion } from './package-root.ts'

it.each(['express', 'koa', 'fastify', '@hapi/hapi', 'hono', 'h3', 'elysia', 'srvx'])(
  'reads the version of %s',
  (name) => {
    expect(packageVersion(name)).toMatch(/^\d+\.\d+\.\d+/)
  },
)
