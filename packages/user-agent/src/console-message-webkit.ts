import { byteLowercase } from './byte-case.ts'
import { type ConsoleFacts, printable, responseHeader } from './console-message-facts.ts'
import type { ConstructionReason } from './construct-request.ts'
import type { ReasonCode } from './reason-code.ts'

/** The headers of a page that WebKit knows, as it spells them; the others keep the page's spelling, and come after. */
const KNOWN_HEADERS: readonly string[] = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Cache-Control',
  'Content-Encoding',
  'Content-Language',
  'Content-Location',
  'Content-Type',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Last-Event-ID',
  'Pragma',
  'Range',
  'User-Agent',
]

const NON_CORS_SCHEME = 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'

/** Gives the line with which WebKit's console names the reason. */
export function webkitMessage(reason: Exclude<ReasonCode, ConstructionReason>, facts: ConsoleFacts): string | null {
  switch (reason) {
    case 'url-scheme-not-http':
      // Engines do fetch these.
      return /^(?:data|blob):/.test(facts.url) ? null : 'Cross origin requests are only supported for HTTP.'
    case 'mode-same-origin':
      return facts.location === null
        ? `Fetch API cannot load ${facts.url}.`
        : `Unsafe attempt to load URL ${facts.target} from origin ${facts.pageOrigin}. Domains, protocols and ports must match.`
    case 'no-cors-redirect-mode':
      return 'No-Cors mode requires follow redirect mode'
    case 'no-response':
    case 'aborted':
      return null
    case 'proxy-authentication-required':
      // WebKit hands it over like any other response.
      return null
    case 'resource-policy-same-origin':
    case 'resource-policy-same-site':
      return facts.location === null
        ? violatesResourcePolicy(facts)
        : deniedRedirection(facts, violatesResourcePolicy(facts))
    case 'preflight-no-response':
      return `Fetch API cannot load ${facts.url} due to access control checks.`
    case 'origin-missing':
    case 'origin-wildcard-with-credentials':
    case 'origin-mismatch':
    case 'credentials-not-allowed':
      return facts.location === null ? checkCors(facts) : deniedRedirection(facts, checkCors(facts))
    case 'preflight-origin-missing':
    case 'preflight-origin-wildcard-with-credentials':
    case 'preflight-origin-mismatch':
    case 'preflight-credentials-not-allowed':
      return checkPreflightStatus(facts) ?? checkCors(facts)
    case 'preflight-status-not-ok':
      return checkPreflightStatus(facts)
    case 'preflight-methods-malformed':
      return invalidValue(facts, 'Access-Control-Allow-Methods')
    case 'preflight-headers-malformed':
      return invalidValue(facts, 'Access-Control-Allow-Headers')
    case 'preflight-method-not-allowed':
      return `Method ${facts.method} is not allowed by Access-Control-Allow-Methods.`
    case 'preflight-authorization-not-listed':
    case 'preflight-header-not-allowed': {
      const name = refusedHeaderName(facts)
      return name === null ? null : `Request header field ${name} is not allowed by Access-Control-Allow-Headers.`
    }
    case 'redirect-mode-error':
      return `Not allowed to follow a redirection while loading ${facts.url}`
    case 'redirect-location-invalid':
      return facts.isCorsRequest ? deniedRedirection(facts, NON_CORS_SCHEME) : null
    case 'redirect-scheme-not-http':
      return describeRedirectScheme(facts)
    case 'redirect-too-many':
      return 'Load cannot follow more than 20 redirections'
    case 'redirect-url-with-credentials':
      return deniedRedirection(facts, `redirection URL ${showLocation(facts)} has credentials`)
    case 'redirect-body-not-replayable':
      // WebKit sends no streams.
      return null
  }
}

function checkCors(facts: ConsoleFacts): string {
  const origin = responseHeader(facts, 'access-control-allow-origin') ?? ''
  if (origin === '*') return 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.'
  if (origin === facts.requestOrigin) {
    return 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".'
  }
  return origin.includes(',')
    ? 'Access-Control-Allow-Origin cannot contain more than one origin.'
    : `Origin ${facts.requestOrigin} is not allowed by Access-Control-Allow-Origin. Status code: ${facts.response?.status ?? 0}`
}

/** WebKit looks at the status of a preflight before it looks at its origin. */
function checkPreflightStatus({ response }: ConsoleFacts): string | null {
  const status = response?.status ?? 0
  return status < 200 || status > 299 ? `Preflight response is not successful. Status code: ${status}` : null
}

function invalidValue(facts: ConsoleFacts, name: string): string {
  return `Header ${name} has an invalid value: ${printable(responseHeader(facts, name) ?? '')}`
}

function violatesResourcePolicy({ url }: ConsoleFacts): string {
  return `Cancelled load to ${url} because it violates the resource's Cross-Origin-Resource-Policy response header.`
}

/** Of the headers that are not allowed WebKit names the first that it knows, or else the first in the page's order. */
function refusedHeaderName({ refusedHeaderNames, request }: ConsoleFacts): string | null {
  const names = request.headers.map(([name]) => name)
  const refused = names.filter((name) => refusedHeaderNames.includes(byteLowercase(name)))
  const known = refused.flatMap((name) => KNOWN_HEADERS.filter((other) => byteLowercase(other) === byteLowercase(name)))
  return known[0] ?? refused[0] ?? refusedHeaderNames[0] ?? null
}

function describeRedirectScheme(facts: ConsoleFacts): string | null {
  if (showLocation(facts).startsWith('ftp:')) return 'FTP URLs are disabled'
  return facts.isCorsRequest ? deniedRedirection(facts, NON_CORS_SCHEME) : null
}

function deniedRedirection(facts: ConsoleFacts, why: string): string {
  const to = showLocation(facts).replace(/^(https?:\/\/)[^/?#]*@/, '$1')
  return `Cross-origin redirection to ${to} denied by Cross-Origin Resource Sharing policy: ${why}`
}

function showLocation({ location }: ConsoleFacts): string {
  return printable(location instanceof URL ? location.href : (location ?? ''))
}
