import { recordCheck, recordStep } from './fetch-log.ts'
import type { FetchParams } from './fetch-params.ts'
import type { FetchRequest } from './fetch-request.ts'
import { type FetchEnd, httpFetch } from './http-fetch.ts'
import { chooseMainFetchBranch } from './main-fetch-branch.ts'
import { hasHttpScheme } from './origin.ts'
import { quote } from './quote.ts'

/**
 * Runs a request to its end, through all its redirects.
 *
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export async function mainFetch(request: FetchRequest, params: FetchParams): Promise<FetchEnd> {
  const { log } = params
  const branch = chooseMainFetchBranch(request)
  recordCheck(log, 'main fetch', branch)
  if (!branch.passed) return { outcome: 'blocked', reason: branch.reason, exposedHeaders: [] }
  if (!hasHttpScheme(request.url)) {
    const text = `${quote(request.url.href)} is not an "http" or "https" URL, and nothing goes over the wire`
    recordStep(log, 'scheme fetch', 'fail', text)
    return { outcome: 'blocked', reason: 'url-scheme-not-http', exposedHeaders: [] }
  }
  const tainted: FetchRequest = { ...request, responseTainting: branch.responseTainting }
  const result = await httpFetch(tainted, branch.makeCorsPreflight, params)
  return result.kind === 'redirect' ? mainFetch(result.request, params) : result.end
}
