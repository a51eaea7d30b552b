import type { CheckResult } from './check-result.ts'
import type { FetchRequest } from './fetch-request.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'
import { isSameOrigin } from './origin.ts'
import { quote } from './quote.ts'
import type { RegistrableDomain } from './registrable-domain.ts'
import { isSchemelesslySameSite } from './site.ts'

/** The policies by which a response can be kept from a page that has asked without CORS. */
export type ResourcePolicyReason = 'resource-policy-same-origin' | 'resource-policy-same-site'

/**
 * Checks whether a response lets itself be used by a page that has asked for it in the mode `no-cors`.
 *
 * The page is taken to have no embedder policy (COEP), under which a response without a policy is allowed.
 *
 * @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check
 */
export function crossOriginResourcePolicyCheck(
  { origin, url }: Pick<FetchRequest, 'origin' | 'url'>,
  responseHeaders: HeaderPairs,
  registrableDomain: RegistrableDomain,
): CheckResult<ResourcePolicyReason> {
  const policy = getHeader(responseHeaders, 'cross-origin-resource-policy')
  if (policy === null) return { passed: true, text: 'the response has no Cross-Origin-Resource-Policy' }
  const found = `Cross-Origin-Resource-Policy is ${quote(policy)}`
  switch (policy) {
    case 'same-origin': {
      const text = `${found}, and the page's origin is ${quote(origin)}`
      return isSameOrigin(origin, url)
        ? { passed: true, text }
        : { passed: false, reason: 'resource-policy-same-origin', text }
    }
    case 'same-site': {
      const isSecurelySame = origin.startsWith('https:') || url.protocol !== 'https:'
      const text = `${found}, and the page's origin is ${quote(origin)}`
      return isSecurelySame && isSchemelesslySameSite(origin, url.origin, registrableDomain)
        ? { passed: true, text }
        : { passed: false, reason: 'resource-policy-same-site', text }
    }
    case 'cross-origin':
      return { passed: true, text: `${found}, which allows every page` }
    default:
      return { passed: true, text: `${found}, which is none of its values and forbids nothing` }
  }
}
