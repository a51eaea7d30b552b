import { examEndpoints } from '../../exam/exam-endpoints.ts'
import type { Mutant } from '../mutant.ts'
import { listOrNull, splitList } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'

const { allowCredentials, allowHeaders, allowMethods, allowOrigin, isOriginAllowed, isPreflight, join, maxAge } =
  referenceRules

/** Servers that answer preflights by more, or by less, than what they ask. */
export const preflightHandlingMutants: readonly Mutant[] = [
  {
    id: 'any-method-is-preflight',
    fault: 'It takes any request with Access-Control-Request-Method for a preflight.',
    change: { isPreflight: ({ origin, requestMethod }) => origin !== null && requestMethod !== null },
  },
  {
    id: 'names-make-preflight',
    fault: 'It takes an OPTIONS request with Access-Control-Request-Headers for a preflight.',
    change: {
      isPreflight: (request) =>
        isPreflight(request) ||
        (request.method === 'OPTIONS' && request.origin !== null && request.requestHeaders !== null),
    },
  },
  {
    id: 'refused-options-is-preflight',
    fault: 'It refuses an OPTIONS request of an origin that is not listed as if it were a preflight.',
    change: {
      turnsAway: ({ originAllowed, request }) =>
        request.method === 'OPTIONS' && request.origin !== null && !originAllowed,
    },
  },
  {
    id: 'preflight-with-query-unknown',
    fault: 'It leaves the preflight of a URL with a query to the application.',
    change: { isPreflight: (request) => isPreflight(request) && !request.hasQuery },
  },
  {
    id: 'preflight-moved',
    fault: 'It lets the application redirect a preflight.',
    change: {
      passesOn: ({ request }) => request.path === '/moved',
      relay: (response, { preflight }) => (preflight ? { ...response, status: 307 } : response),
    },
  },
  {
    id: 'preflight-throws',
    fault: 'It lets the handler of a path throw in a preflight.',
    change: {
      passesOn: ({ request }) => request.path === '/error',
      relay: (response, { preflight }) => (preflight ? { ...response, status: 500 } : response),
    },
  },
  {
    id: 'preflight-needs-handler',
    fault: 'It answers preflights only for the methods that the application handles at the path.',
    change: {
      passesOn: ({ request }) => {
        const endpoint = examEndpoints.find(({ path }) => path === request.path)
        return endpoint?.methods.includes(request.requestMethod ?? '') === false
      },
    },
  },
  {
    id: 'preflight-for-reading-handled',
    fault: 'It lets the application answer preflights for GET.',
    change: {
      passesOn: ({ request }) => request.requestMethod === 'GET',
      relay: (response, { preflight }) => (preflight ? { ...response, status: 204, chunks: [] } : response),
    },
  },
  {
    id: 'preflight-expected',
    fault: 'It shares the response to a PUT only right after a preflight.',
    change: () => {
      let hasAsked = false
      return {
        allowOrigin: (situation) => {
          const isUnexpected = situation.request.method === 'PUT' && !hasAsked
          hasAsked = situation.preflight
          return isUnexpected ? null : allowOrigin(situation)
        },
      }
    },
  },
  {
    id: 'preflight-remembered',
    fault: 'It answers a preflight as it answered the one before.',
    change: () => {
      let last: string | null = null
      return {
        allowOrigin: (situation) => {
          if (!situation.preflight) return allowOrigin(situation)
          last ??= allowOrigin(situation)
          return last
        },
      }
    },
  },
  {
    id: 'preflight-forgets-credentials',
    fault: 'It refuses preflights for custom headers where credentials are allowed.',
    change: {
      allowHeaders: (situation) =>
        situation.policy !== false && situation.policy.allowCredentials ? null : allowHeaders(situation),
    },
  },
  {
    id: 'preflight-tells-refused-credentials',
    fault: 'It tells refused preflights that credentials are allowed.',
    change: {
      allowCredentials: (situation) =>
        situation.preflight && situation.policy !== false && situation.policy.allowCredentials
          ? 'true'
          : allowCredentials(situation),
    },
  },
  {
    id: 'private-network-on-actual',
    fault: 'It grants private-network access in responses that are not to preflights.',
    change: {
      join: (own, cors, situation, response) => [
        ...join(own, cors, situation, response),
        ...(situation.preflight ? [] : [['access-control-allow-private-network', 'true'] as const]),
      ],
    },
  },
  {
    id: 'malformed-is-an-error',
    fault: 'It fails on an Origin that it cannot read.',
    change: {
      preflightStatus: (situation) =>
        isMalformed(situation.request.origin) ? 500 : referenceRules.preflightStatus(situation),
      relay: (response, { request }) => (isMalformed(request.origin) ? { ...response, status: 500 } : response),
    },
  },
  {
    id: 'fails-for-good',
    fault: 'It shares nothing any more once it has had to read kilobytes, or what it cannot read.',
    change: () => {
      let hasFailed = false
      return {
        isOriginAllowed(policy, origin, request) {
          hasFailed ||= isMalformed(origin) || (request.requestHeaders ?? '').length > 1_000
          return !hasFailed && isOriginAllowed(policy, origin, request)
        },
      }
    },
  },
  {
    id: 'max-age-not-a-number',
    fault: 'It writes NaN for the time to keep a preflight.',
    change: { maxAge: (situation) => (maxAge(situation) === null ? null : 'NaN') },
  },
  {
    id: 'max-age-rounded-up',
    fault: 'It takes a max-age below 5 seconds for one of 5.',
    change: { maxAge: (situation) => (maxAge(situation) === '1' ? '5' : maxAge(situation)) },
  },
  {
    id: 'max-age-for-refused',
    fault: 'It tells refused preflights how long to keep them.',
    change: { maxAge: (situation) => maxAge({ ...situation, originAllowed: true }) },
  },
  {
    id: 'max-age-for-sites-only',
    fault: "It leaves Access-Control-Max-Age out where the answer is '*'.",
    change: { maxAge: (situation) => (allowOrigin(situation) === '*' ? null : maxAge(situation)) },
  },
  {
    id: 'max-age-not-with-credentials',
    fault: 'It leaves Access-Control-Max-Age out where credentials are allowed.',
    change: { maxAge: (situation) => (allowCredentials(situation) === null ? maxAge(situation) : null) },
  },
  {
    id: 'methods-upper-cased',
    fault: 'It writes listed methods in upper case.',
    change: { allowMethods: (situation) => allowMethods(situation)?.toUpperCase() ?? null },
  },
  {
    id: 'methods-registered-only',
    fault: 'It drops listed methods that are not those of every server.',
    change: {
      allowMethods: (situation) =>
        listOrNull(
          splitList(allowMethods(situation) ?? '').filter((name) => /^(?:\*|PUT|PATCH|DELETE|OPTIONS)$/.test(name)),
        ),
    },
  },
  {
    id: 'methods-first-five',
    fault: 'It names the first five listed methods.',
    change: { allowMethods: (situation) => listOrNull(splitList(allowMethods(situation) ?? '').slice(0, 5)) },
  },
  {
    id: 'methods-inherited',
    fault: 'It finds methods among the keys that every object inherits, and the star among all of them.',
    change: {
      allowMethods: (situation) => {
        const asked = situation.request.requestMethod ?? ''
        return situation.preflight && situation.originAllowed && (asked in {} || asked === '*')
          ? asked
          : allowMethods(situation)
      },
    },
  },
]

function isMalformed(origin: string | null): boolean {
  return /[^ -~]/.test(origin ?? '')
}
