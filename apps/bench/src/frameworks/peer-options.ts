import type { BenchPolicy } from './bench-policy.ts'

/** Says whom a policy allows as `cors`, `@fastify/cors` and `@elysiajs/cors` are told: a text, a list or a regular expression. */
export function peerOrigin({ origins }: BenchPolicy): string | string[] | RegExp {
  if (origins === '*') return '*'
  if ('subdomainsOf' in origins) return subdomainsPattern(origins.subdomainsOf)
  const [only, ...others] = origins
  return only !== undefined && others.length === 0 ? only : [...origins]
}

/** The regular expression by which packages without patterns are told of subdomains. */
export function subdomainsPattern(host: string): RegExp {
  return new RegExp(String.raw`^https://(?:[a-z0-9-]+\.)+${host.replaceAll('.', String.raw`\.`)}$`)
}
