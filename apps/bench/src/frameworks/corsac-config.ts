import type { CorsConfig } from '@corsac/core'
import type { BenchPolicy } from './bench-policy.ts'

/** Writes a policy as a user of Corsac does. */
export function corsacConfig({
  credentials,
  exposed,
  headers,
  maxAge,
  methods,
  origins,
}: BenchPolicy): CorsConfig & { readonly allowOrigins: '*' | readonly string[] } {
  return {
    allowOrigins: origins === '*' ? '*' : 'subdomainsOf' in origins ? [`https://*.${origins.subdomainsOf}`] : origins,
    allowCredentials: credentials,
    allowMethods: methods,
    allowHeaders: headers,
    exposeHeaders: exposed,
    maxAge,
  }
}
