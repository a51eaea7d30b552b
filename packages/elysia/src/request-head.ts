import type { RequestHead } from '@corsac/core'

/** Views a request as what a CORS decision needs to know of it. */
export function requestHead({ method, headers }: Request): RequestHead {
  const mayBePreflight = method === 'OPTIONS'
  return {
    method,
    origin: headers.get('origin'),
    // Only a preflight's are ever looked at.
    accessControlRequestMethod: mayBePreflight ? headers.get('access-control-request-method') : null,
    accessControlRequestHeaders: mayBePreflight ? headers.get('access-control-request-headers') : null,
  }
}
