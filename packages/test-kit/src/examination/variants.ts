import { examEndpoints } from '../exam-endpoints.ts'
import type { ExamPolicy } from '../exam-policy.ts'
import { isAnyOrigin, isStatic, listOrNull, splitList } from './policy-reading.ts'
import { referenceRules } from './reference-rules.ts'
import type { RuleSet } from './rule-set.ts'

/** A server that does its duty in another way than the reference server. */
export interface Variant {
  readonly id: string
  /** What it does otherwise, in one sentence. */
  readonly difference: string
  readonly change: Partial<RuleSet>
}

const { allowCredentials, allowHeaders, allowMethods, allowOrigin, exposeHeaders, join, maxAge } = referenceRules
const { preflightStatus, timingAllowOrigin, vary } = referenceRules

/** Servers that are right in their own way. No `must` may be held against one of them. */
export const variants: readonly Variant[] = [
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
    id: 'refuses-preflights-with-200',
    difference: 'It answers every preflight with 200, and leaves the refusal to the browser.',
    change: { preflightStatus: () => 200 },
  },
  {
    id: 'tells-refused-preflights-all',
    difference: 'It lists the policy whoever asks.',
    change: {
      preflightStatus: (situation) => preflightStatus({ ...situation, originAllowed: true }),
      allowCredentials: (situation) => allowCredentials({ ...situation, originAllowed: true }),
      allowMethods: (situation) => allowMethods({ ...situation, originAllowed: true }),
      allowHeaders: (situation) => allowHeaders({ ...situation, originAllowed: true }),
      exposeHeaders: (situation) => exposeHeaders({ ...situation, originAllowed: true, preflight: false }),
    },
  },
  {
    id: 'refuses-service',
    difference: 'It answers requests from refused origins with 403.',
    change: { turnsAway: ({ originAllowed, request }) => request.origin !== null && !originAllowed },
  },
  {
    id: 'answers-what-was-asked',
    difference: 'It names the requested method and the requested headers alone.',
    change: {
      allowMethods: (situation) => allowMethods({ ...situation, perPath: true }),
      allowHeaders: (situation) => {
        const listed = allowHeaders(situation)
        const asked = splitList(situation.request.requestHeaders ?? '').map((name) => name.toLowerCase())
        return listed === null || listed.includes('*')
          ? listed
          : listOrNull(splitList(listed).filter((name) => asked.includes(name.toLowerCase())))
      },
    },
  },
  {
    id: 'lists-safelisted-methods',
    difference: 'It lists GET, HEAD and POST too, although they need no listing.',
    change: {
      allowMethods: (situation) => {
        const listed = allowMethods(situation)
        return situation.preflight && situation.originAllowed
          ? `GET, HEAD, POST${listed === null ? '' : `, ${listed}`}`
          : null
      },
    },
  },
  {
    id: 'writes-lists-on-lines',
    difference: 'It writes each member of a list on a line of its own.',
    change: {
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).flatMap(([name, value]) =>
          name === 'vary' || /^access-control-(?:allow-methods|allow-headers|expose-headers)$/.test(name)
            ? splitList(value).map((member) => [name, member] as const)
            : [[name, value] as const],
        ),
    },
  },
  {
    id: 'writes-lists-tightly',
    difference: 'It writes header names in lower case and lists without spaces.',
    change: {
      allowHeaders: (situation) => allowHeaders(situation)?.toLowerCase().replaceAll(', ', ',') ?? null,
      allowMethods: (situation) => allowMethods(situation)?.replaceAll(', ', ',') ?? null,
      exposeHeaders: (situation) => exposeHeaders(situation)?.toLowerCase().replaceAll(', ', ',') ?? null,
    },
  },
  {
    id: 'credentials-beside-star',
    difference: "It sends Access-Control-Allow-Credentials beside '*', which no browser accepts.",
    change: {
      allowCredentials: (situation) => (allowOrigin(situation) === '*' ? 'true' : allowCredentials(situation)),
    },
  },
  {
    id: 'echoes-as-it-came',
    difference: "It echoes request headers as they came where '*' is allowed with credentials.",
    change: {
      allowHeaders: (situation) => {
        const { originAllowed, policy, preflight, request } = situation
        const isEchoed =
          preflight && originAllowed && policy !== false && policy.allowCredentials && policy.allowHeaders === '*'
        return isEchoed ? request.requestHeaders : allowHeaders(situation)
      },
    },
  },
  {
    id: 'star-covers-authorization',
    difference: "It takes '*' for request headers to mean Authorization too.",
    change: {
      allowHeaders: (situation) => (allowHeaders(situation) === '*' ? '*, Authorization' : allowHeaders(situation)),
    },
  },
  {
    id: 'no-max-age',
    difference: 'It leaves Access-Control-Max-Age to the browser unless it is 0.',
    change: { maxAge: (situation) => (maxAge(situation) === '0' ? '0' : null) },
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
    id: 'routes-preflights',
    difference: 'It answers preflights only where the application has a route.',
    change: { passesOn: ({ request }) => !examEndpoints.some(({ path }) => path === request.path) },
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
]

function policyOrigins({ allowOrigins }: ExamPolicy): readonly string[] {
  return allowOrigins === '*' ? [] : allowOrigins
}
