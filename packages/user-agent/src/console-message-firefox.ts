import { type ConsoleFacts, printable, responseHeader } from './console-message-facts.ts'
import type { ConstructionReason } from './construct-request.ts'
import type { ReasonCode } from './reason-code.ts'
import { strip, TAB_OR_SPACE } from './strip.ts'
import { isToken } from './token.ts'

const BLOCKED = 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at '

const RESOURCE_POLICY_PAGE = 'https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#'

/** Gives the line with which Firefox's console names the reason. */
export function firefoxMessage(reason: Exclude<ReasonCode, ConstructionReason>, facts: ConsoleFacts): string | null {
  const status = facts.response?.status ?? '(null)'
  switch (reason) {
    case 'url-scheme-not-http':
      return describeScheme(facts)
    case 'mode-same-origin':
      return securityError(facts, `not load data from ${facts.target}`)
    case 'no-cors-redirect-mode':
    case 'redirect-mode-error':
    case 'aborted':
      return null
    case 'proxy-authentication-required':
      // Firefox hands it over like any other response.
      return null
    case 'resource-policy-same-origin':
    case 'resource-policy-same-site':
      return `The resource at “${facts.url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See ${RESOURCE_POLICY_PAGE}`
    case 'no-response':
    case 'preflight-no-response':
    case 'redirect-location-invalid':
    case 'redirect-too-many':
    case 'redirect-url-with-credentials':
      return facts.isCorsRequest ? didNotSucceed(facts) : null
    case 'origin-missing':
    case 'preflight-origin-missing':
      return typeof facts.location === 'string'
        ? didNotSucceed(facts)
        : `${blocked(facts, 'CORS header ‘Access-Control-Allow-Origin’ missing')} Status code: ${status}.`
    case 'origin-wildcard-with-credentials':
    case 'preflight-origin-wildcard-with-credentials': {
      const why = 'Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’'
      return `${BLOCKED}‘${facts.url}’. (Reason: ${why}).`
    }
    case 'origin-mismatch':
    case 'preflight-origin-mismatch': {
      const origin = printable(responseHeader(facts, 'access-control-allow-origin') ?? '')
      return blocked(facts, `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${origin}’`)
    }
    case 'credentials-not-allowed':
    case 'preflight-credentials-not-allowed':
      return blocked(facts, 'expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’')
    case 'preflight-status-not-ok':
      return facts.location === null
        ? `${blocked(facts, 'CORS preflight response did not succeed')} Status code: ${status}.`
        : blocked(facts, 'CORS request external redirect not allowed')
    case 'preflight-methods-malformed':
      return blocked(facts, invalidToken(facts, 'Access-Control-Allow-Methods'))
    case 'preflight-headers-malformed':
      return blocked(facts, invalidToken(facts, 'Access-Control-Allow-Headers'))
    case 'preflight-method-not-allowed':
      return blocked(facts, 'Did not find method in CORS header ‘Access-Control-Allow-Methods’')
    case 'preflight-authorization-not-listed':
    case 'preflight-header-not-allowed': {
      const [name] = facts.refusedHeaderNames
      if (name === undefined) return firefoxWarning(facts)
      const why = `header ‘${name}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`
      return blocked(facts, why)
    }
    case 'redirect-scheme-not-http':
      return describeRedirectScheme(facts)
    case 'redirect-body-not-replayable':
      // Firefox sends no streams.
      return null
  }
}

/** Gives the line with which Firefox's console warns of what it will refuse one day. */
export function firefoxWarning({ url, wildcardCoversAuthorization }: ConsoleFacts): string | null {
  return wildcardCoversAuthorization
    ? `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${url} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`
    : null
}

function blocked({ url }: Pick<ConsoleFacts, 'url'>, why: string): string {
  return `${BLOCKED}${url}. (Reason: ${why}).`
}

function didNotSucceed(facts: ConsoleFacts): string {
  return `${blocked(facts, 'CORS request did not succeed')} Status code: (null).`
}

/** An opaque origin is shown under a name that Firefox makes up each time. */
function securityError({ pageOrigin }: ConsoleFacts, why: string): string | null {
  return pageOrigin === 'null' ? null : `Security Error: Content at ${pageOrigin}/ may ${why}.`
}

function invalidToken(facts: ConsoleFacts, name: string): string {
  const elements = (responseHeader(facts, name) ?? '').split(',').map((element) => strip(element, TAB_OR_SPACE))
  const token = elements.find((element) => element !== '' && !isToken(element)) ?? ''
  return `invalid token ‘${printable(token)}’ in CORS header ‘${name}’`
}

function describeScheme(facts: ConsoleFacts): string | null {
  // Engines do fetch these.
  if (/^(?:data|blob):/.test(facts.url)) return null
  return facts.url.startsWith('file:')
    ? securityError(facts, `not load or link to ${facts.url}`)
    : blocked(facts, 'CORS request not http')
}

function describeRedirectScheme(facts: ConsoleFacts): string | null {
  const url = facts.target
  if (url.startsWith('data:')) return `Redirecting to data: URI not allowed (Blocked loading of: “${url}”)`
  const content = `Security Error: Content at ${facts.url} may not load`
  if (url.startsWith('file:')) return `${content} or link to ${url}.`
  if (url.startsWith('blob:')) return `${content} data from ${url}.`
  return facts.request.mode === 'no-cors' ? null : blocked({ url }, 'CORS request not http')
}
