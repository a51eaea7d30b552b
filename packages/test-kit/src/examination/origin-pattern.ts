/** Matches an origin with an entry of `allowOrigins`: exactly, or with `*.` for labels and `:*` for the port. */
export function matchesPattern(pattern: string, origin: string): boolean {
  if (!pattern.includes('*')) return origin === pattern
  if (origin.length > 326) return false
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace('://*\\.', '://(?:[a-z0-9_-]+\\.)+')
    .replace(/:\*$/, '(?::([1-9][0-9]{0,4}))?')
  const match = new RegExp(`^${source}$`).exec(origin)
  if (match === null) return false
  const [, port] = match
  const defaultPort = pattern.startsWith('https:') ? '443' : '80'
  return port === undefined || (Number(port) <= 65_535 && port !== defaultPort)
}
