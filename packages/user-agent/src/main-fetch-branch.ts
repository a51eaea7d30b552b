import type { CheckFailed, CheckPassed } from './check-result.ts'
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts'
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { FetchRequest, ResponseTainting } from './fetch-request.ts'
import { hasHttpScheme, isSameOrigin } from './origin.ts'
import { quote, quoteList } from './quote.ts'

/** The branch of main fetch that a request takes. */
export type MainFetchBranch =
  MainFetchPassage | CheckFailed<'mode-same-origin' | 'no-cors-redirect-mode' | 'url-scheme-not-http'>

/** A branch on which the request goes on. */
export interface MainFetchPassage extends CheckPassed {
  /** The response tainting from here on. */
  readonly responseTainting: ResponseTainting
  /** Whether the server has to be asked first, unless a cached preflight already answers. */
  readonly makeCorsPreflight: boolean
}

/**
 * Decides what a request is to its page's origin: same-origin, opaque, or a CORS request with or without a preflight.
 *
 * This is step 12 of main fetch; the credentials mode plays no part in it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function chooseMainFetchBranch(
  request: FetchRequest,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): MainFetchBranch {
  const { mode, origin, redirect, responseTainting, url } = request
  if (isSameOrigin(origin, url) && responseTainting === 'basic') {
    return passage('basic', false, `the URL is on the page's own origin, ${quote(origin)}: CORS has no part in this`)
  }
  if (url.protocol === 'data:' || mode === 'navigate' || mode === 'websocket' || mode === 'webtransport') {
    return passage('basic', false, `neither "data" URLs nor the mode "navigate" and its like have to do with CORS`)
  }
  if (mode === 'same-origin') {
    const text = `the mode is "same-origin", but ${quote(url.href)} is not on the page's own origin, ${quote(origin)}`
    return { passed: false, reason: 'mode-same-origin', text }
  }
  if (mode === 'no-cors') {
    if (redirect !== 'follow') {
      const text = `the mode "no-cors" allows no redirect mode but "follow", and this one is ${quote(redirect)}`
      return { passed: false, reason: 'no-cors-redirect-mode', text }
    }
    const text = 'the mode is "no-cors": no preflight, no CORS check, and the page gets an opaque response'
    return passage('opaque', false, text)
  }
  if (!hasHttpScheme(url)) {
    const text = `only "http" and "https" URLs can be fetched across origins, and this one is ${quote(url.href)}`
    return { passed: false, reason: 'url-scheme-not-http', text }
  }
  return chooseCorsBranch(request, quirks)
}

function chooseCorsBranch(request: FetchRequest, quirks: EngineQuirks): MainFetchPassage {
  const { headers, method, past, unsafeRequest, url, useCorsPreflight } = request
  const unsafeNames = corsUnsafeRequestHeaderNames(past?.announcedHeaders ?? headers, quirks)
  const reasons = [
    ...(useCorsPreflight ? ['the use-CORS-preflight flag is set'] : []),
    ...(unsafeRequest && !isCorsSafelistedMethod(method) ? [`the method ${quote(method)} is not CORS-safelisted`] : []),
    ...(unsafeRequest && unsafeNames.length > 0
      ? [`not CORS-safelisted among the headers: ${quoteList(unsafeNames)}`]
      : []),
    ...(past?.callsForPreflight === true ? ['the request called for one before it was redirected'] : []),
  ]
  const crossOrigin = `${quote(url.origin)} is another origin than the page's`
  return reasons.length > 0
    ? passage('cors', true, `${crossOrigin}, and it is asked first in a preflight: ${reasons.join('; ')}`)
    : passage('cors', false, `${crossOrigin}, and nothing in the request calls for a preflight`)
}

function passage(responseTainting: ResponseTainting, makeCorsPreflight: boolean, text: string): MainFetchPassage {
  return { passed: true, responseTainting, makeCorsPreflight, text }
}
