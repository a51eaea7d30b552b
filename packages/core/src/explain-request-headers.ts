import type { CorsAnswer } from './cors-decision.ts'
import type { CorsPolicy } from './cors-policy.ts'
import { describeValue } from './describe-value.ts'
import { readGrantedNames } from './explanation-grant.ts'
import { addTo } from './explanation-remedy.ts'
import { quoteList } from './explanation-text.ts'
import { type ExplanationStep, explanationStep } from './explanation.ts'
import { isCorsResponseHeaderName, isForbiddenRequestHeaderName } from './header-name.ts'
import { readRequestHeaderNames } from './request-header-names.ts'

const EMPTY_LIST = /^[\t ,]*$/

/**
 * Explains the steps of a CORS-preflight fetch that look at the headers which the page sets.
 *
 * @param value The value of `Access-Control-Request-Headers`.
 * @param grant What an allowed origin is answered.
 */
export function explainRequestHeaders(
  { config: { allowHeaders } }: CorsPolicy,
  value: string | null,
  grant: CorsAnswer,
): ExplanationStep {
  if (value === null || EMPTY_LIST.test(value)) return pass('the page sets no header that has to be allowed')
  const names = readRequestHeaderNames(value)?.split(',')
  if (names === undefined) {
    const found = `Access-Control-Request-Headers is ${describeValue(value)}`
    return fail(`${found}, which is not a list of at most 128 header names in 4 KiB: it is not read`)
  }

  const granted = readGrantedNames(grant, 'access-control-allow-headers')
  const missing = names.filter((name) => !isGranted(granted, name))
  if (missing.length === 0) return pass(`allowHeaders allows ${quoteList(names)}`)

  const misplaced = missing.filter(isCorsResponseHeaderName)
  if (misplaced.length > 0)
    return fail(`the page sets ${quoteList(misplaced)}, which only responses have: mend the page`)
  const forbidden = missing.filter(isForbiddenRequestHeaderName)
  if (forbidden.length > 0) return fail(`browsers let no page set ${quoteList(forbidden)}: no browser sends this`)
  if (missing.includes('*')) return fail('"*" cannot be listed as a header: in allowHeaders it stands for every one')

  const text = granted.has('*')
    ? 'allowHeaders has "*", which does not cover "authorization"'
    : `allowHeaders does not have ${quoteList(missing)}`
  return explanationStep('CORS-preflight fetch', 'fail', text, addTo('allowHeaders', allowHeaders, missing))
}

/** The one CORS non-wildcard request-header name has to be listed. */
function isGranted(granted: ReadonlySet<string>, name: string): boolean {
  return granted.has(name) || (granted.has('*') && name !== 'authorization')
}

function pass(text: string): ExplanationStep {
  return explanationStep('CORS-preflight fetch', 'pass', text)
}

function fail(text: string): ExplanationStep {
  return explanationStep('CORS-preflight fetch', 'fail', text)
}
