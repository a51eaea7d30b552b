import type { FetchRequest } from './fetch-request.ts'
import { getDecodeAndSplit } from './get-decode-and-split.ts'
import type { HeaderPairs } from './header-list.ts'
import { isSameOrigin } from './origin.ts'
import { serializeRequestOrigin } from './serialize-request-origin.ts'

/** The part of a request that a TAO check looks at. */
export type TaoCheckRequest = Pick<
  FetchRequest,
  'mode' | 'origin' | 'redirectedFrom' | 'responseTainting' | 'timingAllowFailed' | 'url'
>

/**
 * Checks whether the page may see the timing of a response in detail.
 *
 * Unlike `Access-Control-Allow-Origin`, `Timing-Allow-Origin` takes lists, and `*` counts with credentials too.
 *
 * @see https://fetch.spec.whatwg.org/#concept-tao-check
 */
export function taoCheck(request: TaoCheckRequest, responseHeaders: HeaderPairs): boolean {
  if (request.timingAllowFailed) return false
  const values = getDecodeAndSplit(responseHeaders, 'timing-allow-origin') ?? []
  if (values.includes('*') || values.includes(serializeRequestOrigin(request))) return true
  if (request.mode === 'navigate' && !isSameOrigin(request.origin, request.url)) return false
  return request.responseTainting === 'basic'
}
