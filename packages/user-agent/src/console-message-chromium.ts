import { type ConsoleFacts, printable, responseHeader } from './console-message-facts.ts'
import { netError } from './console-message-net-error.ts'
import type { ConstructionReason } from './construct-request.ts'
import { parseUrl } from './parse-url.ts'
import type { ReasonCode } from './reason-code.ts'

const PREFLIGHT = "Response to preflight request doesn't pass access control check: "

const SCHEMES =
  'chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app'

/** Gives the line with which Chromium's console names the reason. */
export function chromiumMessage(reason: Exclude<ReasonCode, ConstructionReason>, facts: ConsoleFacts): string | null {
  // Nothing but a proxy may say so, Chromium thinks, and looks no further.
  if (facts.response?.status === 407) return failedToLoad('ERR_UNEXPECTED_PROXY_AUTH')
  switch (reason) {
    case 'url-scheme-not-http':
      return describeScheme(facts)
    case 'mode-same-origin':
      return facts.location === null
        ? `Fetch API cannot load ${facts.url}. Request mode is "same-origin" but the URL's origin is not same as the request origin ${facts.pageOrigin}.`
        : `Unsafe attempt to load URL ${facts.target} from frame with URL ${facts.pageOrigin}/. Domains, protocols and ports must match.`
    case 'no-cors-redirect-mode':
      return `Fetch API cannot load ${facts.url}. Request mode is "no-cors" but the redirect mode is not "follow".`
    case 'no-response':
    case 'preflight-no-response': {
      const error = netError(facts.error)
      return error === null ? null : failedToLoad(error)
    }
    case 'aborted':
      return null
    case 'proxy-authentication-required':
      return failedToLoad('ERR_UNEXPECTED_PROXY_AUTH')
    case 'resource-policy-same-origin':
      return failedToLoad('ERR_BLOCKED_BY_RESPONSE.NotSameOrigin')
    case 'resource-policy-same-site':
      return failedToLoad('ERR_BLOCKED_BY_RESPONSE.NotSameSite')
    case 'origin-missing':
    case 'origin-wildcard-with-credentials':
    case 'origin-mismatch':
    case 'credentials-not-allowed':
      // Where a redirect leads nowhere, the network stack gives up before anybody looks at CORS.
      return typeof facts.location === 'string'
        ? failedToLoad('ERR_INVALID_REDIRECT')
        : blocked(facts, checkCors(facts))
    case 'preflight-origin-missing':
    case 'preflight-origin-wildcard-with-credentials':
    case 'preflight-origin-mismatch':
    case 'preflight-credentials-not-allowed':
      return blocked(facts, PREFLIGHT + (preflightRedirect(facts) ?? checkCors(facts)))
    case 'preflight-status-not-ok':
      return blocked(facts, PREFLIGHT + (preflightRedirect(facts) ?? 'It does not have HTTP ok status.'))
    case 'preflight-methods-malformed':
      return blocked(facts, 'Cannot parse Access-Control-Allow-Methods response header field in preflight response.')
    case 'preflight-headers-malformed':
      return blocked(facts, 'Cannot parse Access-Control-Allow-Headers response header field in preflight response.')
    case 'preflight-method-not-allowed':
      return blocked(
        facts,
        `Method ${facts.method} is not allowed by Access-Control-Allow-Methods in preflight response.`,
      )
    case 'preflight-authorization-not-listed':
    case 'preflight-header-not-allowed': {
      const [name] = facts.refusedHeaderNames
      const text = `Request header field ${name} is not allowed by Access-Control-Allow-Headers in preflight response.`
      return name === undefined ? null : blocked(facts, text)
    }
    case 'redirect-mode-error':
      return failedToLoad('ERR_FAILED')
    case 'redirect-location-invalid':
      return failedToLoad('ERR_INVALID_REDIRECT')
    case 'redirect-scheme-not-http':
      return describeRedirectScheme(facts)
    case 'redirect-too-many':
      return failedToLoad('ERR_TOO_MANY_REDIRECTS')
    case 'redirect-url-with-credentials': {
      const text =
        "Redirect location '' contains a username and password, which is disallowed for cross-origin requests."
      return blocked(facts, text)
    }
    case 'redirect-body-not-replayable':
      // Chromium sends streams over HTTP/2 only, over which nothing was recorded.
      return null
  }
}

function blocked({ pageOrigin, redirectedFrom, url }: ConsoleFacts, why: string): string {
  const redirected = redirectedFrom === null ? '' : ` (redirected from '${redirectedFrom}')`
  return `Access to fetch at '${url}'${redirected} from origin '${pageOrigin}' has been blocked by CORS policy: ${why}`
}

function failedToLoad(error: string): string {
  return `Failed to load resource: net::${error}`
}

function checkCors(facts: ConsoleFacts): string {
  const origin = responseHeader(facts, 'access-control-allow-origin')
  if (origin === null) return "No 'Access-Control-Allow-Origin' header is present on the requested resource."
  if (origin === '*') {
    return "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'."
  }
  if (origin === facts.requestOrigin) {
    const credentials = printable(responseHeader(facts, 'access-control-allow-credentials') ?? '')
    return `The value of the 'Access-Control-Allow-Credentials' header in the response is '${credentials}' which must be 'true' when the request's credentials mode is 'include'.`
  }
  return `The 'Access-Control-Allow-Origin' header ${describeMismatch(origin)}. Have the server send the header with a valid value.`
}

function describeMismatch(origin: string): string {
  const value = printable(origin)
  if (/[ ,]/.test(origin)) return `contains multiple values '${value}', but only one is allowed`
  const isUrl = /^[\0-\x7F]*$/.test(origin) && parseUrl(origin) !== null
  return origin !== 'null' && !isUrl
    ? `contains the invalid value '${value}'`
    : `has a value '${value}' that is not equal to the supplied origin`
}

/** What Chromium says of a preflight that is redirected, before it looks at anything else. */
function preflightRedirect({ location }: ConsoleFacts): string | null {
  return location === null ? null : 'Redirect is not allowed for a preflight request.'
}

function describeScheme({ url }: ConsoleFacts): string | null {
  const scheme = parseUrl(url)?.protocol.slice(0, -1) ?? ''
  // Engines do fetch these.
  if (scheme === 'data' || scheme === 'blob') return null
  return scheme === 'file'
    ? `Not allowed to load local resource: ${url}`
    : `Fetch API cannot load ${url}. URL scheme "${scheme}" is not supported.`
}

function describeRedirectScheme(facts: ConsoleFacts): string {
  const url = facts.target
  if (/^(?:data|blob|file):/.test(url)) return failedToLoad('ERR_UNSAFE_REDIRECT')
  if (facts.request.mode === 'no-cors') return failedToLoad('ERR_UNKNOWN_URL_SCHEME')
  const redirectedFrom = facts.redirectedFrom ?? facts.url
  return blocked(
    { ...facts, url, redirectedFrom },
    `Cross origin requests are only supported for protocol schemes: ${SCHEMES}.`,
  )
}
