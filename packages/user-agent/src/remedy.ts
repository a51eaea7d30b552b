import type { Exchange } from './exchange.ts'
import { getHeader, type HeaderPairs } from './header-list.ts'
import type { ReasonCode } from './reason-code.ts'
import { adviseOnLists, adviseOnNull, adviseOnOrigin, adviseOnPreflightStatus, findOtherCase } from './remedy-advice.ts'
import { type AnsweredMessage, grantingFields, isAnswered, locationFields, sharingFields } from './remedy-fields.ts'
import { isRequestMistake, REQUEST_ADVICE, type RequestMistake } from './remedy-request.ts'

/** What would let the page have the response. */
export type Remedy = ResponseRemedy | RequestRemedy

/** A response that has to change, which is up to the server. */
export interface ResponseRemedy {
  readonly change: 'response'
  /** The place of that response among the messages of the exchange. */
  readonly message: number
  /** The status that it needs; `null` where the status is no obstacle. */
  readonly status: number | null
  /** The fields that it needs, each in the place of all fields of its name; empty where no field mends it. */
  readonly headers: HeaderPairs
  /** The fields that the response to the request itself will need, where its preflight kept it from being sent. */
  readonly afterwards: HeaderPairs
  /** What to know about it, in a sentence or two. */
  readonly text: string
}

/** A call of `fetch` that has to change, which is up to the page. */
export interface RequestRemedy {
  readonly change: 'request'
  /** What to change, in a sentence or two. */
  readonly text: string
}

/**
 * Suggests what would mend an exchange that failed; `null` where nothing failed, or where no response came.
 *
 * With the status and the fields of a {@link ResponseRemedy} the same response passes its checks. Whether the origin, the
 * method and the headers are ones to be allowed, the owner of the server has to say.
 */
export function suggestRemedy(exchange: Exchange): Remedy | null {
  const { messages, reason } = exchange
  const last = messages.at(-1)
  if (reason === null) return null
  if (isRequestMistake(reason)) return changeRequest(REQUEST_ADVICE[reason])
  return isAnswered(last) ? mend(reason, last, exchange) : null
}

function mend(reason: Exclude<ReasonCode, RequestMistake>, last: AnsweredMessage, exchange: Exchange): Remedy | null {
  const { credentials } = exchange.request
  switch (reason) {
    case 'no-response':
    case 'preflight-no-response':
    case 'aborted':
      return null
    case 'proxy-authentication-required':
      return {
        ...changeResponse(exchange, 'Only a proxy may answer 407. A server that wants authentication answers 401.', []),
        status: 401,
      }
    case 'resource-policy-same-origin':
    case 'resource-policy-same-site':
      return changeResponse(exchange, 'Let pages of other origins load it. To let them read it is a matter of CORS.', [
        ['Cross-Origin-Resource-Policy', 'cross-origin'],
      ])
    case 'origin-missing':
    case 'origin-wildcard-with-credentials':
    case 'origin-mismatch':
    case 'credentials-not-allowed':
      return isNullWithCredentials(last, exchange)
        ? changeRequest(adviseOnNull(last.request.url, exchange))
        : changeResponse(exchange, adviseOnOrigin(last, exchange), sharingFields(last, credentials))
    case 'preflight-origin-missing':
    case 'preflight-origin-wildcard-with-credentials':
    case 'preflight-origin-mismatch':
    case 'preflight-credentials-not-allowed':
      return changePreflight(
        exchange,
        last,
        isOkStatus(last.response.status) ? adviseOnOrigin(last, exchange) : adviseOnPreflightStatus(last),
      )
    case 'preflight-status-not-ok':
      return changePreflight(exchange, last, adviseOnPreflightStatus(last))
    case 'preflight-method-not-allowed': {
      const otherCase = findOtherCase(last)
      return otherCase === null
        ? changePreflight(exchange, last, adviseOnLists('access-control-allow-methods', last, exchange))
        : changeRequest(
            `Write the method as the server lists it: "${otherCase}". Browsers upper-case DELETE, GET, HEAD, OPTIONS, POST and PUT, and nothing else.`,
          )
    }
    case 'preflight-methods-malformed':
      return changePreflight(exchange, last, adviseOnLists('access-control-allow-methods', last, exchange))
    case 'preflight-headers-malformed':
    case 'preflight-authorization-not-listed':
    case 'preflight-header-not-allowed':
      return changePreflight(exchange, last, adviseOnLists('access-control-allow-headers', last, exchange))
    case 'redirect-location-invalid':
      return changeResponse(exchange, 'Send one Location with one valid URL in it.', [])
    case 'redirect-scheme-not-http':
      return changeResponse(exchange, 'Redirect to an "https" or "http" URL, or to none.', [])
    case 'redirect-too-many':
      return changeResponse(exchange, 'A browser follows 20 redirects: these probably go round in a circle.', [])
    case 'redirect-url-with-credentials':
      return changeResponse(exchange, 'Redirect to the URL without a username and a password.', locationFields(last))
  }
}

function changeRequest(text: string): RequestRemedy {
  return { change: 'request', text }
}

function changeResponse({ messages }: Exchange, text: string, headers: HeaderPairs): ResponseRemedy {
  return { change: 'response', message: messages.length - 1, status: null, headers, afterwards: [], text }
}

/** Mends all of a preflight at once: what its next check would find is known already. */
function changePreflight(exchange: Exchange, last: AnsweredMessage, text: string): Remedy {
  if (isNullWithCredentials(last, exchange)) return changeRequest(adviseOnNull(last.request.url, exchange))
  const { credentials } = exchange.request
  const { headers, status } = last.response
  const sharing = sharingFields(last, credentials)
  const isForAll = sharing.length === 0 && getHeader(headers, 'access-control-allow-origin') === '*'
  return {
    ...changeResponse(exchange, text, [...sharing, ...grantingFields(last, credentials)]),
    status: isOkStatus(status) ? null : 204,
    afterwards: isForAll
      ? [['Access-Control-Allow-Origin', '*']]
      : sharingFields({ ...last, response: { status: 200, headers: [] } }, credentials),
  }
}

function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299
}

/** Whoever shares a response with `null` and credentials shares it with everybody: that is no remedy. */
function isNullWithCredentials({ request }: AnsweredMessage, exchange: Exchange): boolean {
  return exchange.request.credentials === 'include' && getHeader(request.headers, 'origin') === 'null'
}
