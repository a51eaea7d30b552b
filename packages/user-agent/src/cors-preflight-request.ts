import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest } from './fetch-request.ts'
import type { HeaderPairs } from './header-list.ts'

/**
 * Makes the CORS-preflight request that asks a server for leave to send `request`.
 *
 * It carries no credentials and no header of the page; `Origin` is appended when it is sent, as to any request.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function createCorsPreflightRequest(
  request: FetchRequest,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): FetchRequest {
  const unsafeNames = corsUnsafeRequestHeaderNames(request.past?.announcedHeaders ?? request.headers, quirks)
  // Step 5 joins with a bare comma where everything else in the standard puts a space behind it.
  const requestHeaders: HeaderPairs =
    unsafeNames.length === 0 ? [] : [['Access-Control-Request-Headers', unsafeNames.join(',')]]
  return {
    ...request,
    redirectedFrom: quirks.preflightOriginIsNeverTainted ? [] : request.redirectedFrom,
    method: 'OPTIONS',
    mode: 'cors',
    credentials: 'same-origin',
    responseTainting: 'cors',
    unsafeRequest: false,
    useCorsPreflight: false,
    body: null,
    headers: [['Accept', '*/*'], ['Access-Control-Request-Method', request.method], ...requestHeaders],
  }
}
