import type { ExamPolicy } from './exam-policy.ts'

/** Tells whether a policy lets pages of an origin read, as the exam defines its keys. */
export function coversOrigin({ allowOrigins }: Pick<ExamPolicy, 'allowOrigins'>, origin: string): boolean {
  return allowOrigins === '*' || allowOrigins.some((entry) => entry === '*' || matchesPattern(entry, origin))
}

/**
 * Matches an origin with an entry of `allowOrigins`: exactly, or with `*.` for labels and `:*` for the port. A wildcard
 * anywhere else stands for itself.
 */
export function matchesPattern(pattern: string, origin: string): boolean {
  if (!pattern.includes('*')) return origin === pattern
  // Longer than any: 64 for the scheme, 3 behind it, 253 for the host, 6 for the port.
  if (origin.length > 326) return false
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace('://\\*\\.', '://(?:[a-z0-9_-]+\\.)+')
    .replace(/:\\\*$/, '(?::([1-9][0-9]{0,4}))?')
  const match = new RegExp(`^${source}$`).exec(origin)
  if (match === null) return false
  const [, port] = match
  const defaultPort = pattern.startsWith('https:') ? '443' : '80'
  return port === undefined || (Number(port) <= 65_535 && port !== defaultPort)
}
