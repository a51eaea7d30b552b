import type { Mutant } from '../mutant.ts'
import { includesStar, listOrNull } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'

const { allowHeaders, allowMethods, isOriginAllowed } = referenceRules

/** Servers that list the wrong methods or request headers in preflights. */
export const preflightListMutants: readonly Mutant[] = [
  {
    id: 'methods-missing',
    fault: 'It never sends Access-Control-Allow-Methods.',
    change: { allowMethods: () => null },
  },
  {
    id: 'methods-first',
    fault: 'It sends the first listed method only.',
    change: { allowMethods: (situation) => allowMethods(situation)?.split(', ')[0] ?? null },
  },
  {
    id: 'methods-echoed',
    fault: 'It allows whatever method is asked for.',
    change: { allowMethods: ({ originAllowed, request }) => (originAllowed ? request.requestMethod : null) },
  },
  {
    id: 'methods-any-case',
    fault: 'It allows a listed method in any case.',
    change: {
      allowMethods: (situation) => {
        const { requestMethod } = situation.request
        const listed = allowMethods(situation)
        const isListed =
          listed
            ?.toUpperCase()
            .split(', ')
            .includes(requestMethod?.toUpperCase() ?? '') === true
        return isListed ? requestMethod : listed
      },
    },
  },
  {
    id: 'methods-lower-cased',
    fault: 'It writes listed methods in lower case.',
    change: { allowMethods: (situation) => allowMethods(situation)?.toLowerCase() ?? null },
  },
  {
    id: 'methods-by-substring',
    fault: 'It allows a method that contains a listed one, or is contained in one.',
    change: {
      allowMethods: (situation) => {
        const asked = situation.request.requestMethod ?? ''
        const listed = allowMethods(situation)
        const resembles =
          listed?.split(', ').some((method) => asked.includes(method) || method.includes(asked)) === true
        return resembles ? asked : listed
      },
    },
  },
  {
    id: 'methods-one-at-a-time',
    fault: 'It names the requested method alone.',
    change: { allowMethods: (situation) => allowMethods({ ...situation, perPath: true }) },
  },
  {
    id: 'methods-checked-against-list',
    fault: 'It refuses a preflight for GET, HEAD or POST where these are not listed.',
    change: {
      isOriginAllowed: (policy, origin, request) =>
        isOriginAllowed(policy, origin, request) &&
        (request.requestMethod === null ||
          (policy !== false &&
            (includesStar(policy.allowMethods) || policy.allowMethods.includes(request.requestMethod)))),
    },
  },
  {
    id: 'methods-star-literal',
    fault: "It sends '*' for methods although credentials are allowed.",
    change: {
      allowMethods: (situation) =>
        situation.policy !== false &&
        situation.preflight &&
        situation.originAllowed &&
        includesStar(situation.policy.allowMethods)
          ? '*'
          : allowMethods(situation),
    },
  },
  {
    id: 'headers-missing',
    fault: 'It never sends Access-Control-Allow-Headers.',
    change: { allowHeaders: () => null },
  },
  {
    id: 'headers-echoed',
    fault: 'It allows whatever request headers are asked for, and sends the list back as it came.',
    change: {
      allowHeaders: ({ originAllowed, preflight, request }) =>
        originAllowed && preflight ? request.requestHeaders : null,
    },
  },
  {
    id: 'headers-echoed-to-all',
    fault: 'It sends the list of request headers back to every origin, and calls a missing list undefined.',
    change: { allowHeaders: ({ preflight, request }) => (preflight ? (request.requestHeaders ?? 'undefined') : null) },
  },
  {
    id: 'headers-echoed-without-limit',
    fault: 'It sends a well-formed list back however long it is.',
    change: {
      allowHeaders: (situation) => {
        const { policy, request } = situation
        const isEchoed = policy !== false && policy.allowCredentials && includesStar(policy.allowHeaders)
        return isEchoed && /^[\w\-, \t]*$/.test(request.requestHeaders ?? '')
          ? request.requestHeaders
          : allowHeaders(situation)
      },
    },
  },
  {
    id: 'headers-echo-split-strictly',
    fault: 'It splits the list at a comma without a space and takes empty elements for malformed ones.',
    change: {
      allowHeaders: (situation) =>
        /[ \t]|,,|,$/.test(situation.request.requestHeaders ?? '') ? null : allowHeaders(situation),
    },
  },
  {
    id: 'headers-one-line',
    fault: 'It refuses a list of request headers that came on several lines.',
    change: {
      allowHeaders: (situation) =>
        situation.request.requestHeaders?.includes(', ') === true ? null : allowHeaders(situation),
    },
  },
  {
    id: 'headers-star-literal',
    fault: "It sends '*' for request headers although credentials are allowed.",
    change: {
      allowHeaders: (situation) =>
        situation.policy !== false &&
        situation.preflight &&
        situation.originAllowed &&
        includesStar(situation.policy.allowHeaders)
          ? '*'
          : allowHeaders(situation),
    },
  },
  {
    id: 'headers-star-covers-authorization',
    fault: "It takes '*' to cover Authorization.",
    change: {
      allowHeaders: (situation) => (allowHeaders(situation) === '*' ? '*, Authorization' : allowHeaders(situation)),
    },
  },
  {
    id: 'headers-star-swallows-list',
    fault: "It drops what is listed beside '*'.",
    change: {
      allowHeaders: (situation) => (allowHeaders(situation)?.startsWith('*') === true ? '*' : allowHeaders(situation)),
    },
  },
  {
    id: 'headers-without-authorization',
    fault: 'It never allows Authorization.',
    change: {
      allowHeaders: (situation) => allowHeaders(situation)?.replace(/, ?authorization/i, '') ?? null,
    },
  },
  {
    id: 'headers-first',
    fault: 'It allows the first listed request header only.',
    change: { allowHeaders: (situation) => allowHeaders(situation)?.split(', ')[0] ?? null },
  },
  {
    id: 'headers-safelist-forgotten',
    fault: 'It takes Content-Type for safelisted and never names it.',
    change: {
      allowHeaders: (situation) =>
        listOrNull(
          allowHeaders(situation)
            ?.split(', ')
            .filter((name) => name !== 'Content-Type') ?? [],
        ),
    },
  },
  {
    id: 'wildcards-everywhere',
    fault: "It sends '*' for methods and request headers whatever the policy lists.",
    change: {
      allowMethods: ({ originAllowed, preflight }) => (preflight && originAllowed ? '*' : null),
      allowHeaders: ({ originAllowed, preflight }) => (preflight && originAllowed ? '*, Authorization' : null),
    },
  },
]
