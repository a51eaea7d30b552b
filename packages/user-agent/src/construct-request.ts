import type { CheckFailed } from './check-result.ts'
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts'
import { type EngineQuirks, STANDARD_BEHAVIOUR } from './engine-quirks.ts'
import type { Page, PageRequest } from './exchange.ts'
import type { FetchRequest } from './fetch-request.ts'
import { isForbiddenMethod } from './forbidden-method.ts'
import { appendHeader, getHeader, type HeaderPairs } from './header-list.ts'
import { isMethod, normalizeMethod } from './method.ts'
import { includesCredentials, isSerializedOrigin } from './origin.ts'
import { fillHeaders } from './page-headers.ts'
import { parseUrl } from './parse-url.ts'
import { quote, quoteList } from './quote.ts'

/** What `new Request` makes of a page's request: a request, or the mistake for which it throws. */
export type ConstructedRequest =
  | {
      readonly passed: true
      readonly request: FetchRequest
      /** What was changed on the way, one sentence each. */
      readonly changes: readonly string[]
    }
  | CheckFailed<ConstructionReason>

/** The mistakes of a page that keep a request from being made. */
export type ConstructionReason =
  | 'page-origin-invalid'
  | 'url-invalid'
  | 'url-with-credentials'
  | 'method-not-a-token'
  | 'method-forbidden'
  | 'method-not-safelisted-in-no-cors'
  | 'header-name-invalid'
  | 'header-value-invalid'
  | 'body-with-get-or-head'
  | 'stream-in-no-cors'

/**
 * Makes the request that a page's call of `fetch` comes to, as `new Request` does, with the unsafe-request flag set.
 *
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export function constructRequest(
  page: Page,
  pageRequest: PageRequest,
  quirks: EngineQuirks = STANDARD_BEHAVIOUR,
): ConstructedRequest {
  const { body, mode, streamed = false, uploadListeners = false, url } = pageRequest
  const { origin, topLevelOrigin = origin } = page
  const strangeOrigin = [origin, topLevelOrigin].find((one) => !isSerializedOrigin(one))
  if (strangeOrigin !== undefined) {
    const text = `the page's origin ${quote(strangeOrigin)} is not how a browser writes an origin`
    return failed('page-origin-invalid', text)
  }
  const parsedUrl = parseUrl(url)
  if (parsedUrl === null) return failed('url-invalid', `${quote(url)} is not an absolute URL`)
  if (includesCredentials(parsedUrl)) {
    return failed('url-with-credentials', `${quote(url)} has a username or a password in it, for which "fetch" throws`)
  }
  const mistake = findMethodMistake(pageRequest)
  if (mistake !== null) return mistake
  const method = normalizeMethod(pageRequest.method)
  const filled = fillHeaders(pageRequest.headers, mode, quirks)
  if (!filled.passed) return filled
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    return failed('body-with-get-or-head', `a request with the method ${quote(method)} cannot have a body`)
  }
  const isStream = streamed && body !== undefined
  if (isStream && mode === 'no-cors') {
    return failed('stream-in-no-cors', 'the body is a stream, for which "fetch" throws in the mode "no-cors"')
  }

  const guard = mode === 'no-cors' ? ' in the mode "no-cors"' : ''
  const completed = completeHeaders(filled.headers, body !== undefined && !isStream)
  return {
    passed: true,
    request: {
      method,
      url: parsedUrl,
      redirectedFrom: [],
      headers: completed.headers,
      body: body === undefined ? null : isStream ? { source: null, streamed: body } : { source: body },
      origin,
      topLevelOrigin,
      mode,
      credentials: pageRequest.credentials,
      redirect: pageRequest.redirect,
      referrerPolicy: pageRequest.referrerPolicy ?? 'strict-origin-when-cross-origin',
      responseTainting: 'basic',
      unsafeRequest: true,
      useCorsPreflight: isStream || (uploadListeners && (body !== undefined || !quirks.uploadListenersNeedBody)),
      timingAllowFailed: false,
    },
    changes: [
      ...(method === pageRequest.method
        ? []
        : [`the method ${quote(pageRequest.method)} is normalized to ${quote(method)}`]),
      ...(filled.dropped.length === 0
        ? []
        : [`left out, because a page cannot set it${guard}: ${quoteList(filled.dropped)}`]),
      ...completed.changes,
    ],
  }
}

function findMethodMistake({ method, mode }: PageRequest): CheckFailed<ConstructionReason> | null {
  if (!isMethod(method))
    return failed('method-not-a-token', `${quote(method)} is not a method, for which "fetch" throws`)
  if (isForbiddenMethod(method)) {
    return failed('method-forbidden', `${quote(method)} is a forbidden method, for which "fetch" throws`)
  }
  if (mode === 'no-cors' && !isCorsSafelistedMethod(normalizeMethod(method))) {
    const text = `the mode "no-cors" allows only GET, HEAD and POST; for ${quote(method)} "fetch" throws`
    return failed('method-not-safelisted-in-no-cors', text)
  }
  return null
}

/** Adds what the browser adds before main fetch, and what a preflight may therefore have to announce. */
function completeHeaders(
  pageHeaders: HeaderPairs,
  hasTextBody: boolean,
): { readonly headers: HeaderPairs; readonly changes: readonly string[] } {
  const type = 'text/plain;charset=UTF-8'
  const needsType = hasTextBody && getHeader(pageHeaders, 'content-type') === null
  const typed = needsType ? appendHeader(pageHeaders, 'Content-Type', type) : pageHeaders
  return {
    headers: getHeader(typed, 'accept') === null ? appendHeader(typed, 'Accept', '*/*') : typed,
    changes: needsType ? [`"Content-Type" is set to ${quote(type)}, because the body is a string`] : [],
  }
}

function failed(reason: ConstructionReason, text: string): CheckFailed<ConstructionReason> {
  return { passed: false, reason, text }
}
