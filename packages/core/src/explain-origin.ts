import type { CorsDecisionHeaders } from './cors-decision.ts'
import type { CorsPolicy } from './cors-policy.ts'
import { describeValue } from './describe-value.ts'
import { explainMalformedOrigin } from './explain-malformed-origin.ts'
import { explainUnlistedOrigin, findMatchingPattern } from './explain-unlisted-origin.ts'
import { type ExplanationRemedy, type ExplanationStep, explanationStep } from './explanation.ts'
import { addTo } from './explanation-remedy.ts'
import { parseOriginPattern } from './origin-pattern.ts'
import { isInsecureOrigin, parseSerializedOrigin, type SerializedOrigin } from './serialized-origin.ts'

/** Why an origin is refused, and what would allow it. */
interface Refusal {
  readonly text: string
  readonly remedy?: ExplanationRemedy
}

/** Tells whether a decision lets the response pass the part of a CORS check that looks at the origin. */
export function isSharedWith(decision: CorsDecisionHeaders, origin: string): boolean {
  const shared = decision.set.find(([name]) => name === 'access-control-allow-origin')?.[1]
  return shared === '*' || shared === origin
}

/**
 * Explains the steps of a CORS check on the origin that a decision has allowed or refused.
 *
 * @param failure What a predicate did wrong; `null` where it answered, or was not asked.
 */
export function explainOrigin(
  policy: CorsPolicy,
  origin: string,
  decision: CorsDecisionHeaders,
  failure: string | null,
): readonly ExplanationStep[] {
  if (!isSharedWith(decision, origin)) {
    const { text, remedy } = explainRefusal(policy, origin, failure)
    return [explanationStep('CORS check', 'fail', text, remedy)]
  }
  return [explanationStep('CORS check', 'pass', explainGrant(policy, origin)), explainCredentials(policy)]
}

function explainGrant({ config: { allowOrigins } }: CorsPolicy, origin: string): string {
  if (allowOrigins === '*')
    return 'allowOrigins is "*", which allows every origin as long as no credentials are included'
  const named = describeValue(origin)
  if (typeof allowOrigins === 'function') return `allowOrigins, a predicate, allows ${named}`
  const parts = parseSerializedOrigin(origin)
  const pattern = parts === null ? undefined : findMatchingPattern(parts, allowOrigins)
  return pattern === undefined || pattern === origin
    ? `allowOrigins has ${named}`
    : `allowOrigins has ${describeValue(pattern)}, which matches ${named}`
}

function explainCredentials({ config: { allowCredentials } }: CorsPolicy): ExplanationStep {
  if (allowCredentials) {
    return explanationStep('CORS check', 'pass', 'allowCredentials is true: the page may include credentials')
  }
  const text =
    'allowCredentials is false: this fails for a page whose credentials mode is "include", which the server cannot see'
  return explanationStep('CORS check', 'info', text)
}

function explainRefusal(policy: CorsPolicy, origin: string, failure: string | null): Refusal {
  const { allowOrigins } = policy.config
  const named = describeValue(origin)
  if (failure !== null) return { text: `allowOrigins, a predicate, failed when asked about ${named}: ${failure}` }
  if (origin === 'null') {
    return {
      text:
        'allowOrigins does not allow "null", the origin of sandboxed frames, data: pages and some redirected requests; ' +
        'any site can make a page with it, so serve the page from an origin of its own',
    }
  }
  const parts = parseSerializedOrigin(origin)
  if (parts === null) return { text: `${named} ${explainMalformedOrigin(origin)}: no browser sends it` }
  // "*" refuses nobody.
  if (typeof allowOrigins !== 'object') return { text: explainPredicate(policy, named, parts) }

  const text = `allowOrigins does not list ${named}; ${explainUnlistedOrigin(origin, parts, allowOrigins)}`
  if (isTooInsecure(policy, parts)) {
    return {
      text: `${text}; it is not encrypted, so with allowCredentials it cannot be listed: serve the page over https`,
    }
  }
  const pattern = parseOriginPattern(origin)
  if (!pattern.ok) return { text: `${text}; it cannot be listed, because it ${pattern.message}` }
  return { text, remedy: addTo('allowOrigins', allowOrigins, [origin]) }
}

function explainPredicate(policy: CorsPolicy, named: string, parts: SerializedOrigin): string {
  return isTooInsecure(policy, parts)
    ? `allowOrigins, a predicate, is not asked about ${named}, which is not encrypted, because allowCredentials is true: serve the page over https`
    : `allowOrigins, a predicate, does not allow ${named}`
}

function isTooInsecure({ config }: CorsPolicy, parts: SerializedOrigin): boolean {
  return config.allowCredentials && !config.dangerouslyAllowInsecureOrigins && isInsecureOrigin(parts)
}
