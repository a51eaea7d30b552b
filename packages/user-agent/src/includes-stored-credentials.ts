import type { FetchRequest } from './fetch-request.ts'

/**
 * Tells whether cookies and authentication entries go with a request, and whether cookies of its response are stored.
 *
 * A CORS-preflight request is never one: its credentials mode is `same-origin`, and its response tainting `cors`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
 */
export function includesStoredCredentials({
  credentials,
  responseTainting,
}: Pick<FetchRequest, 'credentials' | 'responseTainting'>): boolean {
  return credentials === 'include' || (credentials === 'same-origin' && responseTainting === 'basic')
}
