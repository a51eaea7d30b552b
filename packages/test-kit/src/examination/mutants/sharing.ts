import type { Mutant } from '../mutant.ts'
import { isAnyOrigin, isStatic, listOrNull } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'

const { allowCredentials, allowOrigin, exposeHeaders, join } = referenceRules

/** Servers whose `Access-Control-Allow-Origin`, `-Credentials` or `-Expose-Headers` is wrong. */
export const sharingMutants: readonly Mutant[] = [
  {
    id: 'reflects-for-star',
    fault: "It turns '*' into an echo and allows credentials.",
    change: {
      allowOrigin: (situation) => (isForAll(situation) ? situation.request.origin : allowOrigin(situation)),
      allowCredentials: (situation) => (isForAll(situation) ? 'true' : allowCredentials(situation)),
    },
  },
  {
    id: 'reflects-for-star-with-cookie',
    fault: "It turns '*' into an echo with credentials where the request has a cookie.",
    change: {
      allowOrigin: (situation) =>
        isForAll(situation) && situation.request.headers.cookie !== undefined
          ? situation.request.origin
          : allowOrigin(situation),
      allowCredentials: (situation) =>
        isForAll(situation) && situation.request.headers.cookie !== undefined ? 'true' : allowCredentials(situation),
    },
  },
  {
    id: 'star-for-sites-only',
    fault: "It shares with every site under '*', but not with opaque origins.",
    change: {
      allowOrigin: (situation) => (situation.request.origin === 'null' ? null : allowOrigin(situation)),
    },
  },
  {
    id: 'shares-on-request-only',
    fault: 'It sends Access-Control-Allow-Origin to requests with an Origin only.',
    change: { allowOrigin: (situation) => (situation.request.origin === null ? null : allowOrigin(situation)) },
  },
  {
    id: 'shares-on-match-only',
    fault: 'It sends the one listed origin to that origin only, and varies on nothing.',
    change: {
      allowOrigin: (situation) => (situation.originAllowed ? allowOrigin(situation) : null),
      allowCredentials: (situation) => (situation.originAllowed ? allowCredentials(situation) : null),
    },
  },
  {
    id: 'reflects-for-one-origin',
    fault: 'It shares with whoever asks where one origin is listed.',
    change: {
      allowOrigin: (situation) =>
        situation.policy !== false && isStatic(situation.policy) && !isAnyOrigin(situation.policy)
          ? situation.request.origin
          : allowOrigin(situation),
    },
  },
  {
    id: 'names-all-origins',
    fault: 'It sends the whole list of origins.',
    change: { allowOrigin: ({ policy }) => (policy === false ? null : listOrNull(policy.allowOrigins)) },
  },
  {
    id: 'null-for-refused',
    fault: 'It answers a refused origin with null.',
    change: { allowOrigin: (situation) => allowOrigin(situation) ?? 'null' },
  },
  {
    id: 'empty-for-refused',
    fault: 'It answers a refused origin with an empty Access-Control-Allow-Origin.',
    change: { allowOrigin: (situation) => allowOrigin(situation) ?? '' },
  },
  {
    id: 'tells-refused-origin',
    fault: 'It repeats a refused Origin in a header of its own.',
    change: {
      join: (own, cors, situation, response) => [
        ...join(own, cors, situation, response),
        ['x-cors-refused', situation.originAllowed ? '' : (situation.request.origin ?? '')],
      ],
    },
  },
  {
    id: 'doubles-allow-origin',
    fault: 'It sends Access-Control-Allow-Origin twice.',
    change: {
      join: (own, cors, situation, response) => [
        ...join(own, cors, situation, response),
        ...cors.filter(([name]) => name === 'access-control-allow-origin'),
      ],
    },
  },
  {
    id: 'unlisted-method-not-shared',
    fault: 'It shares responses to listed methods only, and forgets that GET, HEAD and POST are always allowed.',
    change: {
      allowOrigin: (situation) => {
        const { policy, preflight, request } = situation
        const isKnown = ['GET', 'HEAD', 'OPTIONS'].includes(request.method) || preflight
        const isListed =
          policy !== false && (policy.allowMethods === '*' || policy.allowMethods.includes(request.method))
        return isKnown || isListed ? allowOrigin(situation) : null
      },
    },
  },
  {
    id: 'credentials-missing',
    fault: 'It never allows credentials.',
    change: { allowCredentials: () => null },
  },
  {
    id: 'credentials-always',
    fault: 'It allows credentials to whomever it shares with.',
    change: { allowCredentials: (situation) => (allowOrigin(situation) === null ? null : 'true') },
  },
  {
    id: 'credentials-for-refused',
    fault: 'It tells everybody that credentials are allowed.',
    change: { allowCredentials: ({ policy }) => (policy !== false && policy.allowCredentials ? 'true' : null) },
  },
  {
    id: 'credentials-false',
    fault: 'It writes false where credentials are not allowed.',
    change: { allowCredentials: (situation) => allowCredentials(situation) ?? 'false' },
  },
  {
    id: 'credentials-capitalised',
    fault: 'It writes True.',
    change: { allowCredentials: (situation) => (allowCredentials(situation) === null ? null : 'True') },
  },
  {
    id: 'credentials-not-on-preflight',
    fault: 'It leaves Access-Control-Allow-Credentials out of preflights.',
    change: { allowCredentials: (situation) => (situation.preflight ? null : allowCredentials(situation)) },
  },
  {
    id: 'star-with-credentials',
    fault: "It answers with '*' although credentials are allowed.",
    change: {
      allowOrigin: (situation) =>
        situation.policy !== false && situation.policy.allowCredentials && situation.originAllowed
          ? '*'
          : allowOrigin(situation),
    },
  },
  {
    id: 'exposes-nothing',
    fault: 'It never sends Access-Control-Expose-Headers.',
    change: { exposeHeaders: () => null },
  },
  {
    id: 'exposes-first',
    fault: 'It exposes the first listed header only.',
    change: { exposeHeaders: (situation) => exposeHeaders(situation)?.split(', ')[0] ?? null },
  },
  {
    id: 'exposes-everything',
    fault: 'It sends Access-Control-Expose-Headers: * whatever is listed.',
    change: { exposeHeaders: (situation) => (situation.originAllowed && !situation.preflight ? '*' : null) },
  },
  {
    id: 'exposes-to-refused',
    fault: 'It sends Access-Control-Expose-Headers to refused origins.',
    change: {
      exposeHeaders: ({ policy, preflight }) =>
        policy === false || preflight ? null : listOrNull(policy.exposeHeaders),
    },
  },
  {
    id: 'exposes-in-preflights',
    fault: 'It sends Access-Control-Expose-Headers with preflights instead of the response that follows.',
    change: {
      exposeHeaders: (situation) =>
        exposeHeaders({ ...situation, preflight: !situation.preflight && situation.request.method !== 'GET' }),
    },
  },
]

function isForAll({ policy }: Parameters<typeof allowOrigin>[0]): boolean {
  return policy !== false && isAnyOrigin(policy)
}
