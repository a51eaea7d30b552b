import type { HeaderPairs } from '@corsac/user-agent'
import type { Mutant } from '../mutant.ts'
import { includesStar, isAnyOrigin, listOrNull, splitList } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { RuleSet, Situation } from '../rule-set.ts'

const { allowCredentials, allowHeaders, allowMethods, allowOrigin, exposeHeaders, join, vary } = referenceRules

/** Servers that share with some of those with whom they should, or share some of what they should. */
export const partialSharingMutants: readonly Mutant[] = [
  {
    id: 'star-for-web-sites-only',
    fault: "It shares with web sites alone under '*'.",
    change: {
      allowOrigin: (situation) =>
        isForAll(situation) && /^(?!https?:)[a-z-]+:|[[\]]/.test(situation.request.origin ?? '')
          ? null
          : allowOrigin(situation),
    },
  },
  {
    id: 'star-echoed',
    fault: "It answers '*' with an echo of whatever comes.",
    change: {
      allowOrigin: (situation) => (isForAll(situation) ? situation.request.origin : allowOrigin(situation)),
      vary: (situation) => [...new Set(['Origin', ...vary(situation)])],
    },
  },
  {
    id: 'star-echoed-in-preflights',
    fault: "It answers '*' with an echo in preflights, and varies on nothing.",
    change: {
      allowOrigin: (situation) =>
        situation.preflight && isForAll(situation) ? situation.request.origin : allowOrigin(situation),
    },
  },
  {
    id: 'star-opens-methods',
    fault: "It takes '*' for origins to mean every method and header too.",
    change: {
      allowMethods: (situation) => (isForAll(situation) && situation.preflight ? '*' : allowMethods(situation)),
      allowHeaders: (situation) => (isForAll(situation) && situation.preflight ? '*' : allowHeaders(situation)),
    },
  },
  {
    id: 'star-in-lists-literal',
    fault: "It drops '*' from a list with other members.",
    change: {
      allowMethods: (situation) => withoutStar(allowMethods(situation)),
      exposeHeaders: (situation) => withoutStar(exposeHeaders(situation)),
    },
  },
  {
    id: 'star-for-known-methods-only',
    fault: "It writes out the methods that it knows in place of '*'.",
    change: {
      allowMethods: (situation) =>
        situation.preflight && situation.policy !== false && includesStar(situation.policy.allowMethods)
          ? 'GET, HEAD, POST, PUT, PATCH, DELETE'
          : allowMethods(situation),
    },
  },
  {
    id: 'star-not-for-everybody',
    fault: "It takes '*' for methods and headers as written only where origins are listed one by one.",
    change: {
      allowMethods: (situation) =>
        isForAll(situation) ? withoutStar(allowMethods(situation)) : allowMethods(situation),
    },
  },
  {
    id: 'star-echoed-with-credentials-always',
    fault: "It allows credentials where '*' stands for methods.",
    change: {
      allowOrigin: (situation) =>
        situation.policy !== false && includesStar(situation.policy.allowMethods) && isForAll(situation)
          ? situation.request.origin
          : allowOrigin(situation),
      allowCredentials: (situation) =>
        situation.policy !== false && includesStar(situation.policy.allowMethods)
          ? 'true'
          : allowCredentials(situation),
      allowMethods: (situation) => situation.request.requestMethod ?? allowMethods(situation),
    },
  },
  {
    id: 'echo-upper-cased',
    fault: 'It echoes the requested method in upper case.',
    change: {
      allowMethods: (situation) =>
        situation.policy !== false && situation.policy.allowCredentials
          ? (allowMethods(situation)?.toUpperCase() ?? null)
          : allowMethods(situation),
    },
  },
  {
    id: 'echo-for-refused',
    fault: 'It echoes methods and request headers to refused origins too.',
    change: {
      allowMethods: (situation) => allowMethods({ ...situation, originAllowed: true }),
      allowHeaders: (situation) => allowHeaders({ ...situation, originAllowed: true }),
    },
  },
  {
    id: 'credentials-by-cookie',
    fault: 'It allows credentials to requests that carry some.',
    change: {
      allowCredentials: (situation) => {
        const { authorization, cookie } = situation.request.headers
        const carries = cookie !== undefined || authorization !== undefined
        return carries && situation.originAllowed ? 'true' : allowCredentials(situation)
      },
    },
  },
  {
    id: 'credentials-twice',
    fault: 'It writes Access-Control-Allow-Credentials twice.',
    change: {
      join: (own, cors, situation, response) => [
        ...join(own, cors, situation, response),
        ...cors.filter(([name]) => name === 'access-control-allow-credentials'),
      ],
    },
  },
  {
    id: 'credentials-for-one-origin',
    fault: 'It allows credentials to the first listed origin alone.',
    change: {
      allowCredentials: (situation) =>
        situation.policy !== false && situation.request.origin === situation.policy.allowOrigins[0]
          ? allowCredentials(situation)
          : null,
    },
  },
  {
    id: 'credentials-not-on-post',
    fault: 'It leaves Access-Control-Allow-Credentials out of responses to POST.',
    change: {
      allowCredentials: (situation) => (situation.request.method === 'POST' ? null : allowCredentials(situation)),
    },
  },
  {
    id: 'exposes-in-lower-case-only',
    fault: 'It knows listed response headers in one spelling alone.',
    change: {
      exposeHeaders: (situation) =>
        listOrNull(splitList(exposeHeaders(situation) ?? '').filter((name) => !/[a-z]-[A-Z]{2}/.test(name))),
    },
  },
  {
    id: 'exposes-what-is-there-at-once',
    fault: 'It exposes nothing where a listed header is absent.',
    change: exposing((names, own) => (names.every((name) => hasField(own, name)) ? names : [])),
  },
  {
    id: 'exposes-own-headers',
    fault: 'It exposes whatever the application sets.',
    change: exposing((_names, own) => own.map(([name]) => name)),
  },
  {
    id: 'exposes-not-on-errors',
    fault: 'It exposes nothing with errors.',
    change: exposing((names, _own, status) => (status >= 400 ? [] : names)),
  },
  {
    id: 'exposes-not-for-patterns',
    fault: 'It exposes nothing where an entry is a pattern.',
    change: {
      exposeHeaders: (situation) =>
        situation.policy !== false && JSON.stringify(situation.policy.allowOrigins).includes('*')
          ? null
          : exposeHeaders(situation),
    },
  },
  {
    id: 'names-absent-origin',
    fault: 'It answers a request without Origin with an empty Access-Control-Allow-Origin.',
    change: {
      allowOrigin: (situation) =>
        situation.request.origin === null ? (allowOrigin(situation) ?? '') : allowOrigin(situation),
    },
  },
]

function isForAll({ policy }: Situation): boolean {
  return policy !== false && isAnyOrigin(policy)
}

function withoutStar(list: string | null): string | null {
  return listOrNull(splitList(list ?? '').filter((member) => member !== '*'))
}

function hasField(headers: HeaderPairs, name: string): boolean {
  return headers.some(([other]) => other === name.toLowerCase())
}

/** Exposes what becomes of the right names, once the response of the application is known. */
function exposing(
  choose: (names: readonly string[], own: HeaderPairs, status: number) => readonly string[],
): Pick<RuleSet, 'join'> {
  return {
    join(own, cors, situation, response) {
      const isList = ([name]: readonly [string, string]) => name === 'access-control-expose-headers'
      const names = splitList(cors.find(isList)?.[1] ?? '')
      const chosen = listOrNull(choose(names, own, response.status))
      const isShared = !situation.preflight && cors.some(([name]) => name === 'access-control-allow-origin')
      const others = cors.filter((pair) => !isList(pair))
      const all =
        chosen === null || !isShared ? others : [...others, ['access-control-expose-headers', chosen] as const]
      return join(own, all, situation, response)
    },
  }
}
