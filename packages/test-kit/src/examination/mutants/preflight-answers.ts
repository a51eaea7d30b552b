import type { Mutant } from '../mutant.ts'
import { listOrNull } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'

const { allowMethods, join, maxAge, preflightStatus } = referenceRules

/** Servers whose preflights have the wrong status, or the wrong headers beside the lists. */
export const preflightAnswerMutants: readonly Mutant[] = [
  {
    id: 'max-age-missing',
    fault: 'It never sends Access-Control-Max-Age.',
    change: { maxAge: () => null },
  },
  {
    id: 'max-age-zero-dropped',
    fault: 'It takes a max-age of 0 for none.',
    change: { maxAge: (situation) => (maxAge(situation) === '0' ? null : maxAge(situation)) },
  },
  {
    id: 'max-age-capped',
    fault: 'It shortens a max-age to two hours.',
    change: {
      maxAge: (situation) => {
        const value = maxAge(situation)
        return value === null ? null : String(Math.min(Number(value), 7200))
      },
    },
  },
  {
    id: 'preflight-headers-everywhere',
    fault: 'It sends the headers of preflights with every response.',
    change: {
      allowMethods: (situation) => allowMethods({ ...situation, preflight: true }),
      maxAge: (situation) => maxAge({ ...situation, preflight: true }),
    },
  },
  {
    id: 'preflight-tells-all',
    fault: 'It lists the policy to refused origins, and exposes headers in preflights.',
    change: {
      allowMethods: ({ policy, preflight }) => (preflight && policy !== false ? listOrNull(policy.allowMethods) : null),
      exposeHeaders: ({ policy }) => (policy === false ? null : listOrNull(policy.exposeHeaders)),
    },
  },
  {
    id: 'private-network-granted',
    fault: 'It grants private-network access to whoever asks.',
    change: {
      join: (own, cors, situation, response) => [
        ...join(own, cors, situation, response),
        ...(situation.request.headers['access-control-request-private-network'] === undefined
          ? []
          : [['access-control-allow-private-network', 'true'] as const]),
      ],
    },
  },
  {
    id: 'preflight-status-fixed',
    fault: 'It answers every successful preflight with 204.',
    change: { preflightStatus: (situation) => (preflightStatus(situation) === 200 ? 204 : preflightStatus(situation)) },
  },
  {
    id: 'preflight-status-200',
    fault: 'It answers every preflight with 200.',
    change: { preflightStatus: () => 200 },
  },
  {
    id: 'preflight-status-not-ok',
    fault: 'It answers every preflight with 401, as authentication in front of CORS does.',
    change: { preflightStatus: () => 401 },
  },
  {
    id: 'preflight-with-length',
    fault: 'It sends Content-Length: 0 with a 204.',
    change: {
      join: (own, cors, situation, response) => [
        ...join(own, cors, situation, response),
        ...(response.status === 204 ? [['content-length', '0'] as const] : []),
      ],
    },
  },
]
