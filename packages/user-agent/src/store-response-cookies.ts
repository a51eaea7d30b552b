import { errorMessage } from './error-message.ts'
import { recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { headerValues, type HeaderPairs } from './header-list.ts'
import { includesStoredCredentials } from './includes-stored-credentials.ts'
import { quote } from './quote.ts'
import { determineSameSiteMode } from './same-site-mode.ts'

/**
 * Stores the cookies of a response where the request included credentials, whatever becomes of the response later on: a
 * CORS check that fails does not take them back.
 *
 * @see https://fetch.spec.whatwg.org/#parse-and-store-response-set-cookie-headers
 */
export async function storeResponseCookies(
  request: FetchRequest,
  responseHeaders: HeaderPairs,
  params: FetchParams,
): Promise<void> {
  const { cookieStore, log, now, registrableDomain } = params
  const fields = headerValues(responseHeaders, 'set-cookie')
  if (cookieStore === null || fields.length === 0) return
  if (!includesStoredCredentials(request)) {
    const text = 'the response sets cookies, which are not stored, because the request does not include credentials'
    recordStep(log, 'HTTP-network fetch', 'info', text)
    return
  }
  const sameSite = determineSameSiteMode(request, registrableDomain)
  try {
    for (const field of fields) await cookieStore.store(field, { url: request.url, sameSite, now: now() })
    recordStep(
      log,
      'HTTP-network fetch',
      'info',
      `the response sets cookies, which go to the cookie store: ${fields.length}`,
    )
  } catch (error) {
    const reason = errorMessage(error, 'it gave no reason')
    recordStep(log, 'HTTP-network fetch', 'info', `the cookie store failed: ${quote(reason)}`)
  }
}
