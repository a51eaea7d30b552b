import type { BenchPolicy } from './bench-policy.ts'

/** Names and values in a row. */
export type Pairs = readonly (readonly [name: string, value: string])[]

/** What a careful developer writes into an application for one policy, as far as it is the same for every framework. */
export interface ByHand {
  readonly allows: (origin: string) => boolean
  /** The value of `Access-Control-Allow-Origin`, where it is the same for everybody. */
  readonly fixedOrigin: string | undefined
  /** What else an actual response has, for the pages that are allowed. */
  readonly actual: Pairs
  /** What else the answer to a preflight has. */
  readonly preflight: Pairs
}

/** Writes headers for a policy by hand: right, `Vary` included, and with nothing checked that need not be. */
export function writeByHand({ credentials, exposed, headers, maxAge, methods, origins }: BenchPolicy): ByHand {
  const shared: Pairs = credentials ? [['access-control-allow-credentials', 'true']] : []
  return {
    allows: allowsOf(origins),
    fixedOrigin: fixedOriginOf(origins),
    actual: [...shared, ['access-control-expose-headers', exposed.join(',')]],
    preflight: [
      ...shared,
      ['access-control-allow-methods', methods.join(',')],
      ['access-control-allow-headers', headers.join(',')],
      ['access-control-max-age', String(maxAge)],
    ],
  }
}

function fixedOriginOf(origins: BenchPolicy['origins']): string | undefined {
  if (origins === '*') return '*'
  if ('subdomainsOf' in origins) return undefined
  const [only, ...others] = origins
  return others.length === 0 ? only : undefined
}

function allowsOf(origins: BenchPolicy['origins']): (origin: string) => boolean {
  if (origins === '*') return () => true
  if ('subdomainsOf' in origins) {
    const ending = `.${origins.subdomainsOf}`
    return (origin) => origin.startsWith('https://') && origin.endsWith(ending)
  }
  const listed = new Set(origins)
  return (origin) => listed.has(origin)
}
