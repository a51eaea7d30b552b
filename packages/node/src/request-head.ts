import type { RequestHead } from '@corsac/core'
import type { NodeRequest } from './node-message.ts'

/** Views a Node request as what a CORS decision needs to know of it. */
export function requestHead({ method = '', headers }: NodeRequest): RequestHead {
  return {
    method,
    origin: headers.origin ?? null,
    // Only a preflight's are ever looked at.
    accessControlRequestMethod: method === 'OPTIONS' ? (headers['access-control-request-method'] ?? null) : null,
    accessControlRequestHeaders: method === 'OPTIONS' ? (headers['access-control-request-headers'] ?? null) : null,
  }
}
