import {
  type Exchange,
  extractHeaderListValues,
  getHeader,
  type HeaderPairs,
  isForbiddenResponseHeaderName,
} from '@corsac/user-agent'

/** What the page can read of the headers of a response. */
export interface Exposure {
  /** The names of the headers that it can read, lower-case and sorted. */
  readonly readable: readonly string[]
  /** The names of those that are there and hidden from it. */
  readonly hidden: readonly string[]
  /** Those of the hidden ones that a page may have a use for. */
  readonly useful: readonly string[]
  /** The field that would show those; `null` where there are none. */
  readonly suggestion: readonly [name: string, value: string] | null
}

/** Headers for the browser, for caches and for the connection: no page needs to read them. */
const OF_NO_USE: ReadonlySet<string> = new Set([
  'accept-ranges',
  'alt-svc',
  'connection',
  'content-encoding',
  'content-security-policy',
  'date',
  'keep-alive',
  'nel',
  'permissions-policy',
  'referrer-policy',
  'report-to',
  'server',
  'strict-transport-security',
  'timing-allow-origin',
  'transfer-encoding',
  'vary',
  'via',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-powered-by',
  'x-xss-protection',
])

/** Says which headers of the response a page can read; `null` where it can read none of the response. */
export function exposureOf({ exposedHeaders, messages, outcome, request }: Exchange): Exposure | null {
  if (outcome !== 'readable') return null
  const headers = messages.at(-1)?.response?.headers ?? []
  const names = [...new Set(headers.map(([name]) => name.toLowerCase()))].sort()
  const hidden = names.filter((name) => !exposedHeaders.includes(name))
  const useful = hidden.filter(isOfUse)
  return {
    readable: exposedHeaders,
    hidden,
    useful,
    suggestion: suggestExposure(useful, headers, request.credentials === 'include'),
  }
}

function isOfUse(name: string): boolean {
  return (
    !isForbiddenResponseHeaderName(name) &&
    !OF_NO_USE.has(name) &&
    !name.startsWith('access-control-') &&
    !name.startsWith('cross-origin-')
  )
}

function suggestExposure(
  useful: readonly string[],
  headers: HeaderPairs,
  credentialed: boolean,
): Exposure['suggestion'] {
  if (useful.length === 0) return null
  const listed = extractHeaderListValues('access-control-expose-headers', headers)
  const kept = listed === null || listed === 'failure' ? [] : listed.filter((name) => name !== '*' || !credentialed)
  const spelled = useful.map((name) => headers.find(([other]) => other.toLowerCase() === name)?.[0] ?? name)
  return ['Access-Control-Expose-Headers', [...kept, ...spelled].join(', ')]
}

/** Tells whether the response tries to expose headers and fails, and why. */
export function exposureMistake({ messages, outcome, request }: Exchange): string | null {
  const headers = messages.at(-1)?.response?.headers ?? []
  if (outcome !== 'readable' || getHeader(headers, 'access-control-expose-headers') === null) return null
  const listed = extractHeaderListValues('access-control-expose-headers', headers)
  if (listed === 'failure') return 'Access-Control-Expose-Headers cannot be read, and so exposes nothing.'
  return request.credentials === 'include' && listed?.includes('*') === true
    ? 'Access-Control-Expose-Headers: * exposes nothing where credentials are included: list the names.'
    : null
}
