import type { CorsConfig } from '@corsac/core'

/** Writes the origin of a subdomain that is allowed; each index has another. */
export function allowedAt(index: number): string {
  return `https://tenant-${index}.example.com`
}

/** Writes an origin that is refused; each index has another. */
export function refusedAt(index: number): string {
  return `https://tenant-${index}.other.example`
}

/** A policy under which no two requests have to name the same origin. */
export interface StrangerCase {
  readonly name: string
  readonly config: CorsConfig
  readonly originAt: (index: number) => string
  readonly allowed: boolean
}

const byWildcard: CorsConfig = { allowOrigins: ['https://*.example.com'] }
const byPredicate: CorsConfig = { allowOrigins: (origin: string) => origin.endsWith('.example.com') }

/** The ways to be allowed or refused with an origin that nobody has named before. */
export const strangerCases: readonly StrangerCase[] = [
  { name: 'allowed by a wildcard', config: byWildcard, originAt: allowedAt, allowed: true },
  { name: 'refused', config: byWildcard, originAt: refusedAt, allowed: false },
  { name: 'allowed by a predicate', config: byPredicate, originAt: allowedAt, allowed: true },
]
