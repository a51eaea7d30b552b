import type { RequestHead } from '@corsac/core'
import type { H3Event } from 'h3'

/** Views the request of an event as what a CORS decision needs to know of it. */
export function requestHead({ req: { method, headers } }: H3Event): RequestHead {
  const mayBePreflight = method === 'OPTIONS'
  return {
    method,
    origin: headers.get('origin'),
    // Only a preflight's are ever looked at.
    accessControlRequestMethod: mayBePreflight ? headers.get('access-control-request-method') : null,
    accessControlRequestHeaders: mayBePreflight ? headers.get('access-control-request-headers') : null,
  }
}
