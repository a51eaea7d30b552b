import type { ConstructionReason } from './construct-request.ts'
import type { ReasonCode } from './reason-code.ts'

/** The reasons that no response can mend, because the page asks for what it cannot have. */
export type RequestMistake =
  | ConstructionReason
  | 'url-scheme-not-http'
  | 'mode-same-origin'
  | 'no-cors-redirect-mode'
  | 'redirect-mode-error'
  | 'redirect-body-not-replayable'

/** What a page can do about each of them. */
export const REQUEST_ADVICE: Readonly<Record<RequestMistake, string>> = {
  'page-origin-invalid':
    'Write the origin as browsers do: scheme, host and port as in "https://app.example", or "null".',
  'url-invalid': 'Write the URL out, scheme and host included.',
  'url-with-credentials':
    'Take the username and the password out of the URL, and send an Authorization header instead.',
  'method-not-a-token': 'A method is one word.',
  'method-forbidden': 'Use another method: no browser sends CONNECT, TRACE or TRACK for a page.',
  'method-not-safelisted-in-no-cors': 'Leave out the mode "no-cors", in which a page can read nothing anyway.',
  'header-name-invalid': 'A header name is one word of letters, digits and hyphens, without a colon.',
  'header-value-invalid': 'Take line breaks, and characters that are not in Latin-1, out of the header value.',
  'body-with-get-or-head': 'Send the body with POST, PUT or PATCH, or its content in the query of the URL.',
  'stream-in-no-cors': 'Leave out the mode "no-cors", or give the body as a text or as bytes.',
  'url-scheme-not-http': 'Fetch an "https" or "http" URL.',
  'mode-same-origin': 'Leave out the mode "same-origin", which rules out all other origins.',
  'no-cors-redirect-mode': 'Leave out the mode "no-cors", which takes no redirect mode but "follow".',
  'redirect-mode-error': 'Leave out the redirect mode "error", or fetch the URL at the end of the redirects.',
  'redirect-body-not-replayable': 'Fetch the URL at the end of the redirects: a stream cannot be sent twice.',
}

/** Tells whether a reason is one that no response can mend. */
export function isRequestMistake(reason: ReasonCode): reason is RequestMistake {
  return Object.hasOwn(REQUEST_ADVICE, reason)
}
