import type { Exchange, ReasonCode } from '@corsac/user-agent'
import { EXIT_CODES } from '../exit-code.ts'

/** What an exchange comes to for the page, finer than its outcome: who has to do something about it. */
export type Verdict =
  'readable' | 'opaque' | 'blocked' | 'preflight-refused' | 'no-response' | 'page-mistake' | 'redirect-not-followed'

const VERDICTS: Readonly<Record<ReasonCode, Verdict>> = {
  'page-origin-invalid': 'page-mistake',
  'url-invalid': 'page-mistake',
  'url-with-credentials': 'page-mistake',
  'method-not-a-token': 'page-mistake',
  'method-forbidden': 'page-mistake',
  'method-not-safelisted-in-no-cors': 'page-mistake',
  'header-name-invalid': 'page-mistake',
  'header-value-invalid': 'page-mistake',
  'body-with-get-or-head': 'page-mistake',
  'stream-in-no-cors': 'page-mistake',
  'url-scheme-not-http': 'page-mistake',
  'mode-same-origin': 'page-mistake',
  'no-cors-redirect-mode': 'page-mistake',
  'preflight-no-response': 'no-response',
  'preflight-origin-missing': 'preflight-refused',
  'preflight-origin-wildcard-with-credentials': 'preflight-refused',
  'preflight-origin-mismatch': 'preflight-refused',
  'preflight-credentials-not-allowed': 'preflight-refused',
  'preflight-status-not-ok': 'preflight-refused',
  'preflight-methods-malformed': 'preflight-refused',
  'preflight-headers-malformed': 'preflight-refused',
  'preflight-method-not-allowed': 'preflight-refused',
  'preflight-authorization-not-listed': 'preflight-refused',
  'preflight-header-not-allowed': 'preflight-refused',
  'no-response': 'no-response',
  aborted: 'no-response',
  'proxy-authentication-required': 'no-response',
  'origin-missing': 'blocked',
  'origin-wildcard-with-credentials': 'blocked',
  'origin-mismatch': 'blocked',
  'credentials-not-allowed': 'blocked',
  'resource-policy-same-origin': 'blocked',
  'resource-policy-same-site': 'blocked',
  'redirect-mode-error': 'redirect-not-followed',
  'redirect-location-invalid': 'redirect-not-followed',
  'redirect-scheme-not-http': 'redirect-not-followed',
  'redirect-too-many': 'redirect-not-followed',
  'redirect-url-with-credentials': 'redirect-not-followed',
  'redirect-body-not-replayable': 'redirect-not-followed',
}

/** How a verdict is shown: a shape and a word, and the exit code that goes with it. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, { readonly shape: string; readonly word: string }>> = {
  readable: { shape: '✓', word: 'Readable' },
  opaque: { shape: '–', word: 'Opaque' },
  blocked: { shape: '✕', word: 'Blocked' },
  'preflight-refused': { shape: '⊘', word: 'Preflight refused' },
  'no-response': { shape: '✕', word: 'No response' },
  'page-mistake': { shape: '✕', word: 'Mistake in the page' },
  'redirect-not-followed': { shape: '✕', word: 'Redirect not followed' },
}

/** Says what an exchange comes to for the page. */
export function verdictOf({ outcome, reason }: Pick<Exchange, 'outcome' | 'reason'>): Verdict {
  if (reason !== null) return VERDICTS[reason]
  return outcome === 'opaque' ? 'opaque' : 'readable'
}

/** Gives the exit code for a verdict. */
export function exitCodeOf(verdict: Verdict): number {
  return EXIT_CODES[verdict === 'preflight-refused' ? 'blocked' : verdict].code
}
