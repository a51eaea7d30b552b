import type { ExamPolicy } from '../../exam/exam-policy.ts'
import { isAnyOrigin, isStatic, splitList } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { ReferenceRequest } from '../rule-set.ts'
import type { Variant } from '../variant.ts'

const { allowCredentials, allowHeaders, allowMethods, allowOrigin, exposeHeaders, isOriginAllowed, join, maxAge } =
  referenceRules
const { mergeVary, timingAllowOrigin, vary } = referenceRules

/** Servers that share responses in their own way. */
export const responseVariants: readonly Variant[] = [
  {
    id: 'varies-always',
    difference: 'It varies on Origin even where the response is the same for all.',
    change: { vary: (situation) => [...new Set(['Origin', ...vary(situation)])] },
  },
  {
    id: 'varies-on-everything',
    difference: 'It sends Vary: * with every response.',
    change: { vary: () => ['*'] },
  },
  {
    id: 'echoes-for-star',
    difference: "It answers '*' with an echo, and varies on Origin.",
    change: {
      allowOrigin: (situation) =>
        situation.policy !== false && isAnyOrigin(situation.policy) ? situation.request.origin : allowOrigin(situation),
      vary: (situation) => [...new Set(['Origin', ...vary(situation)])],
    },
  },
  {
    id: 'shares-on-match-only',
    difference: 'It names the one listed origin to that origin only, and varies on Origin.',
    change: {
      allowOrigin: (situation) => (situation.originAllowed ? allowOrigin(situation) : null),
      allowCredentials: (situation) => (situation.originAllowed ? allowCredentials(situation) : null),
      vary: (situation) => [...new Set(['Origin', ...vary(situation)])],
    },
  },
  {
    id: 'names-first-origin-to-refused',
    difference: 'It answers a refused origin with the first listed one.',
    change: {
      allowOrigin: (situation) =>
        allowOrigin(situation) ??
        (situation.policy === false
          ? null
          : (policyOrigins(situation.policy).find((entry) => !entry.includes('*')) ?? null)),
    },
  },
  {
    id: 'refuses-service',
    difference: 'It answers requests from refused origins with 403.',
    change: { turnsAway: ({ originAllowed, request }) => request.origin !== null && !originAllowed },
  },
  {
    id: 'credentials-beside-star',
    difference: "It sends Access-Control-Allow-Credentials beside '*', which no browser accepts.",
    change: {
      allowCredentials: (situation) => (allowOrigin(situation) === '*' ? 'true' : allowCredentials(situation)),
    },
  },
  {
    id: 'echoes-for-timing',
    difference: 'It opens timings to the listed origin that asks.',
    change: {
      timingAllowOrigin: (situation) => {
        const value = timingAllowOrigin(situation)
        return value === null || value === '*' ? value : situation.originAllowed ? situation.request.origin : null
      },
    },
  },
  {
    id: 'yields-to-own-cors',
    difference: 'It leaves a response alone in which the application speaks of CORS.',
    change: {
      join: (own, cors, situation, response) =>
        own.some(([name]) => name === 'access-control-allow-origin') ? own : join(own, cors, situation, response),
    },
  },
  {
    id: 'same-headers-for-all-responses',
    difference: 'It sends the headers of preflights and of other responses together, always.',
    change: {
      allowMethods: (situation) => allowMethods({ ...situation, preflight: true }),
      allowHeaders: (situation) => allowHeaders({ ...situation, preflight: true }),
      maxAge: (situation) => maxAge({ ...situation, preflight: true }),
      exposeHeaders: (situation) => exposeHeaders({ ...situation, preflight: false }),
      vary: (situation) =>
        situation.policy !== false && isStatic(situation.policy) && !situation.policy.allowCredentials
          ? []
          : [...new Set(['Origin', ...vary({ ...situation, preflight: true })])],
    },
  },
  {
    id: 'writes-false',
    difference: 'It writes Access-Control-Allow-Credentials: false where they are not allowed.',
    change: { allowCredentials: (situation) => allowCredentials(situation) ?? 'false' },
  },
  {
    id: 'own-origin-is-no-cors-request',
    difference: 'It takes a request whose Origin is that of the server itself for one without.',
    change: {
      isOriginAllowed: (policy, origin, request) => !isOwn(request) && isOriginAllowed(policy, origin, request),
    },
  },
  {
    id: 'takes-any-policy',
    difference: 'It starts with whatever policy it is given, and shares no more than that says.',
    change: { takesPolicy: () => true },
  },
  {
    id: 'drops-own-timing',
    difference: "It drops the application's Timing-Allow-Origin whether or not the policy speaks of timings.",
    change: {
      join: (own, cors, situation, response) =>
        join(
          own.filter(([name]) => name !== 'timing-allow-origin'),
          cors,
          situation,
          response,
        ),
    },
  },
  {
    id: 'varies-on-all-that-requests-have',
    difference: 'It varies in all responses on all that CORS requests have, preflights or not.',
    change: { vary: () => ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'] },
  },
  {
    id: 'varies-where-caches-store',
    difference: 'It varies on nothing in responses to methods that no cache stores.',
    change: { vary: (situation) => (/^(?:GET|HEAD)$/.test(situation.request.method) ? vary(situation) : []) },
  },
  {
    id: 'lets-no-cache-keep-errors',
    difference: 'It varies on nothing in errors, which no cache may keep.',
    change: {
      join(own, cors, situation, response) {
        const all = join(own, cors, situation, response)
        if (response.made === 'preflight' || response.status < 400) return all
        return [...all.filter(([name]) => name !== 'vary'), ['cache-control', 'no-store']]
      },
    },
  },
  {
    id: 'exposes-what-is-there',
    difference: 'It lists of the exposed headers those that the response has.',
    change: {
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).flatMap(([name, value]) => {
          const isThere = (member: string) => member === '*' || own.some(([other]) => other === member.toLowerCase())
          const members = name === 'access-control-expose-headers' ? splitList(value).filter(isThere).join(', ') : value
          return members === '' ? [] : [[name, members] as const]
        }),
    },
  },
  {
    id: 'writes-out-exposed-headers',
    difference: "It lists the headers of the response by name where the policy says '*'.",
    change: {
      takesPolicy: () => true,
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).map(([name, value]) =>
          name === 'access-control-expose-headers' && splitList(value).includes('*')
            ? [name, own.map(([other]) => other).join(', ')]
            : [name, value],
        ),
    },
  },
  {
    id: 'echoes-for-star-with-cookie',
    difference: "It answers '*' with an echo, still without credentials, where the request has a cookie.",
    change: {
      allowOrigin: (situation) =>
        allowOrigin(situation) === '*' && situation.request.headers.cookie !== undefined
          ? situation.request.origin
          : allowOrigin(situation),
      vary: (situation) =>
        situation.request.headers.cookie === undefined ? vary(situation) : [...new Set(['Origin', ...vary(situation)])],
    },
  },
  {
    id: 'adds-preflight-headers-to-cors-requests',
    difference: 'It adds the headers of preflights to all responses to CORS requests, and to no others.',
    change: {
      allowMethods: (situation) => allowMethods({ ...situation, preflight: situation.request.origin !== null }),
      allowHeaders: (situation) => allowHeaders({ ...situation, preflight: situation.request.origin !== null }),
      maxAge: (situation) => maxAge({ ...situation, preflight: situation.request.origin !== null }),
    },
  },
  {
    id: 'leaves-the-last-word-to-the-application',
    difference: 'It sets its headers before the application runs, which may replace them by its own.',
    change: {
      mergeVary: (own, added, response) =>
        own !== null && response.ownVary !== 'append' ? own : mergeVary(own, added, response),
      join(own, cors) {
        const isReplaced = (name: string) => name !== 'vary' && own.some(([other]) => other === name)
        return [...own, ...cors.filter(([name]) => !isReplaced(name))]
      },
    },
  },
  {
    id: 'turns-refused-away-in-words',
    difference: 'It answers requests from refused origins, opaque ones too, with 403 and a text, and varies on Origin.',
    change: {
      turnsAway: ({ originAllowed, request }) => request.origin !== null && !originAllowed,
      relay: (response) => (response.status === 403 ? { ...response, chunks: ['Invalid CORS request'] } : response),
    },
  },
  {
    id: 'shares-handshakes',
    difference: 'It adds its headers to handshakes too, where they mean nothing.',
    change: { switchProtocols: (_own, shared) => shared },
  },
  {
    id: 'judges-handshakes',
    difference: 'It refuses the handshakes of origins that are not listed.',
    change: {
      switchProtocols: (own, shared) =>
        shared.headers.some(([name]) => name === 'access-control-allow-origin') ? own : { ...own, status: 403 },
    },
  },
]

function policyOrigins({ allowOrigins }: ExamPolicy): readonly string[] {
  return allowOrigins === '*' ? [] : allowOrigins
}

function isOwn({ headers, origin }: ReferenceRequest): boolean {
  return origin !== null && origin === `http://${headers.host ?? ''}`
}
