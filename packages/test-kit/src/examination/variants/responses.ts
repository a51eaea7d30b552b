import type { ExamPolicy } from '../../exam-policy.ts'
import { isAnyOrigin, isStatic } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { ReferenceRequest } from '../rule-set.ts'
import type { Variant } from '../variant.ts'

const { allowCredentials, allowHeaders, allowMethods, allowOrigin, exposeHeaders, isOriginAllowed, join, maxAge } =
  referenceRules
const { timingAllowOrigin, vary } = referenceRules

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
