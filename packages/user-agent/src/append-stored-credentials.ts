import { errorMessage } from './error-message.ts'
import { recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { appendHeader, getHeader } from './header-list.ts'
import { includesStoredCredentials } from './includes-stored-credentials.ts'
import { quote } from './quote.ts'
import { determineSameSiteMode } from './same-site-mode.ts'

/**
 * What a user has entered where a server asked for it.
 *
 * @see https://fetch.spec.whatwg.org/#authentication-entry
 */
export interface AuthenticationEntry {
  /** The serialized origin of the server. */
  readonly origin: string
  /** The value of the `Authorization` header that goes there, such as `Basic dXNlcjpwYXNz`. */
  readonly authorization: string
}

/**
 * Appends the cookies for a request and, where the page has set no `Authorization` itself, the authentication entry.
 *
 * Neither is a header that a preflight announces, because both come after it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
 */
export async function appendStoredCredentials(request: FetchRequest, params: FetchParams): Promise<FetchRequest> {
  if (!includesStoredCredentials(request)) return request
  const cookie = await retrieveCookies(request, params)
  const entry = params.authenticationEntries.find(({ origin }) => origin === request.url.origin)
  const withCookie = cookie === '' ? request.headers : appendHeader(request.headers, 'Cookie', cookie)
  const headers =
    entry === undefined || getHeader(withCookie, 'authorization') !== null
      ? withCookie
      : appendHeader(withCookie, 'Authorization', entry.authorization)
  return { ...request, headers }
}

async function retrieveCookies(
  request: FetchRequest,
  { cookieStore, log, now, registrableDomain }: FetchParams,
): Promise<string> {
  if (cookieStore === null) return ''
  const sameSite = determineSameSiteMode(request, registrableDomain)
  try {
    return await cookieStore.retrieve({ url: request.url, sameSite, now: now() })
  } catch (error) {
    const reason = errorMessage(error, 'it gave no reason')
    recordStep(
      log,
      'HTTP-network-or-cache fetch',
      'info',
      `the cookie store failed, and no cookie is sent: ${quote(reason)}`,
    )
    return ''
  }
}
