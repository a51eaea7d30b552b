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

/** What `cors` is told, and `@fastify/cors`, which has the same options. */
export interface PeerOptions {
  readonly origin: string | string[] | RegExp
  readonly credentials: boolean
  readonly methods: string[]
  readonly allowedHeaders: string[]
  readonly exposedHeaders: string[]
  readonly maxAge: number
}

/** Writes a policy as the users of both do. */
export function peerOptions(policy: BenchPolicy): PeerOptions {
  return {
    origin: peerOrigin(policy),
    credentials: policy.credentials,
    methods: [...policy.methods],
    allowedHeaders: [...policy.headers],
    exposedHeaders: [...policy.exposed],
    maxAge: policy.maxAge,
  }
}
