import type { Mutant } from '../mutant.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet, Situation } from '../rule-set.ts'

const { allowCredentials, allowOrigin, isOriginAllowed, isPreflight, join, preflightStatus } = referenceRules

/** Servers that are right where one looks first, and wrong beside that. */
export const halfMeasureMutants: readonly Mutant[] = [
  {
    id: 'preflights-reflect-any-origin',
    fault: 'It lets every origin pass in preflights.',
    change: reflecting(({ preflight }) => preflight),
  },
  {
    id: 'responses-reflect-any-origin',
    fault: 'It refuses preflights of strangers, and shares every other response with them.',
    change: reflecting(({ preflight }) => !preflight),
  },
  {
    id: 'errors-reflect-any-origin',
    fault: 'It shares errors with every origin, on a path of their own.',
    change: {
      join: (own, cors, situation, response) => {
        const { origin } = situation.request
        const isError = response.made === 'thrown' || response.made === 'missing'
        return isError && origin !== null
          ? join(own, [...withoutOrigin(cors), ['access-control-allow-origin', origin]], situation, response)
          : join(own, cors, situation, response)
      },
    },
  },
  {
    id: 'not-on-failures',
    fault: 'It adds nothing to responses that are no success.',
    change: {
      join: (own, cors, situation, response) =>
        response.made === 'preflight' || (response.status >= 200 && response.status < 300)
          ? join(own, cors, situation, response)
          : own,
    },
  },
  {
    id: 'allows-loopback',
    fault: "It allows every origin on the reader's own machine, as in development.",
    change: alsoAllowing((origin) => /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(origin)),
  },
  {
    id: 'allows-apps',
    fault: 'It allows the origins of all apps and extensions.',
    change: alsoAllowing((origin) => /^(?!https?:)[a-z-]+:\/\//.test(origin)),
  },
  {
    id: 'replays-responses',
    fault: 'It keeps what it has answered to a GET, with the origin that it was for, and answers the next with it.',
    change: () => {
      const kept = new Map<string, string | null>()
      return {
        allowOrigin(situation) {
          const { method, origin, url } = situation.request
          if (method !== 'GET' || origin === null) return allowOrigin(situation)
          if (!kept.has(url)) kept.set(url, allowOrigin(situation))
          return kept.get(url) ?? null
        },
      }
    },
  },
  {
    id: 'preflight-needs-names',
    fault: 'It takes an OPTIONS request without Access-Control-Request-Headers for no preflight.',
    change: { isPreflight: (request) => isPreflight(request) && request.requestHeaders !== null },
  },
  {
    id: 'preflight-unauthorized',
    fault: 'It asks preflights of a guarded path for authentication.',
    change: {
      preflightStatus: (situation) => (situation.request.path === '/unauthorized' ? 401 : preflightStatus(situation)),
    },
  },
  {
    id: 'starts-with-what-it-cannot-do',
    fault: 'It starts with a policy that it cannot carry out, and then shares nothing.',
    change: {
      takesPolicy: () => true,
      isOriginAllowed: (policy, origin, request) =>
        !(policy !== false && policy.allowCredentials && policy.exposeHeaders === '*') &&
        isOriginAllowed(policy, origin, request),
    },
  },
]

/** Shares with whoever asks where `isOpen` says so. */
function reflecting(isOpen: (situation: Situation) => boolean): Partial<RuleSet> {
  const open = (situation: Situation): Situation =>
    isOpen(situation) && situation.request.origin !== null ? { ...situation, originAllowed: true } : situation
  return {
    preflightStatus: (situation) => preflightStatus(open(situation)),
    allowOrigin: (situation) => allowOrigin(open(situation)),
    allowCredentials: (situation) => allowCredentials(open(situation)),
    allowMethods: (situation) => referenceRules.allowMethods(open(situation)),
    allowHeaders: (situation) => referenceRules.allowHeaders(open(situation)),
  }
}

function alsoAllowing(test: (origin: string) => boolean): Pick<RuleSet, 'isOriginAllowed'> {
  return {
    isOriginAllowed: (policy, origin, request) =>
      isOriginAllowed(policy, origin, request) || (policy !== false && origin !== null && test(origin)),
  }
}

function withoutOrigin(cors: Parameters<RuleSet['join']>[1]): Parameters<RuleSet['join']>[1] {
  return cors.filter(([name]) => name !== 'access-control-allow-origin')
}
