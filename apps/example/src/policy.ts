import { type CorsPolicy, definePolicy } from '@corsac/core'

/** Defines the one policy that every server enforces: the dashboard, and nobody else, may read, write and log in. */
export function defineDashboardPolicy(dashboardOrigins: readonly string[]): CorsPolicy {
  return definePolicy({
    allowOrigins: dashboardOrigins,
    allowCredentials: true,
    allowMethods: ['PUT'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['x-total-count'],
    maxAge: 600,
  })
}
