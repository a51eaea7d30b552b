import type { RequestHead } from '@corsac/core'

/** Views a web-standard request as what a CORS decision needs to know of it. */
export function requestHead({ method, headers }: Request): RequestHead {
  const origin = headers.get('origin')
  // Only a preflight's other headers are ever looked at.
  if (method !== 'OPTIONS') return { method, origin, accessControlRequestMethod: null, accessControlRequestHeaders: null }
  return {
    method,
    origin,
    accessControlRequestMethod: headers.get('access-control-request-method'),
    // Few policies ask for it, and some runtimes read all of it to find its value.
    get accessControlRequestHeaders() {
      return headers.get('access-control-request-headers')
    },
  }
}
