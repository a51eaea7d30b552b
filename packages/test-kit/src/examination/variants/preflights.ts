import { examEndpoints } from '../../exam/exam-endpoints.ts'
import { asList, includesStar, listOrNull, splitList } from '../policy-reading.ts'
import { referenceRules } from '../reference-rules.ts'
import type { Situation } from '../rule-set.ts'
import type { Variant } from '../variant.ts'

const {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  exposeHeaders,
  join,
  maxAge,
  preflightStatus,
  vary,
} = referenceRules

/** Servers that answer preflights in their own way. */
export const preflightVariants: readonly Variant[] = [
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
    id: 'routes-preflights',
    difference: 'It answers preflights only where the application has a route.',
    change: { passesOn: ({ request }) => !examEndpoints.some(({ path }) => path === request.path) },
  },
  {
    id: 'lists-safelisted-names',
    difference: 'It always names the safelisted request headers, which some pages need with unsafe values.',
    change: {
      allowHeaders: (situation) => {
        const listed = allowHeaders(situation)
        const isAnswered = situation.preflight && (situation.originAllowed || listed !== null)
        const safelisted = ['Accept', 'Accept-Language', 'Content-Language', 'Content-Type']
        return isAnswered && listed !== '*'
          ? listOrNull([...new Set([...safelisted, ...splitList(listed ?? '')])])
          : listed
      },
    },
  },
  {
    id: 'refuses-with-400',
    difference: 'It answers refused preflights with 400, and says in the body why.',
    change: {
      preflightStatus: (situation) => (preflightStatus(situation) === 403 ? 400 : preflightStatus(situation)),
    },
  },
  {
    id: 'judges-what-is-asked-for',
    difference:
      'It checks the requested method and headers itself, and answers 403 with no CORS headers where one fails.',
    change: {
      preflightStatus: (situation) => (isAsked(situation) ? preflightStatus(situation) : 403),
      allowOrigin: (situation) => (isAsked(situation) ? allowOrigin(situation) : null),
      allowMethods: (situation) => (isAsked(situation) ? allowMethods({ ...situation, perPath: true }) : null),
      allowHeaders: (situation) => (isAsked(situation) ? allowHeaders(situation) : null),
      vary: (situation) => [...new Set(['Origin', ...vary(situation)])],
    },
  },
  {
    id: 'reads-lists-as-browsers-write-them',
    difference: 'It refuses a list of request headers that no browser would have written.',
    change: {
      preflightStatus: (situation) => (isAsBrowsersWrite(situation) ? preflightStatus(situation) : 403),
      allowHeaders: (situation) => (isAsBrowsersWrite(situation) ? allowHeaders(situation) : null),
    },
  },
  {
    id: 'varies-on-all-that-preflights-ask',
    difference: 'It varies in all preflights on all that they ask.',
    change: {
      vary: (situation) =>
        situation.preflight
          ? ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']
          : vary(situation),
    },
  },
  {
    id: 'varies-not-in-preflights',
    difference: 'It varies on nothing in preflights, because no cache may keep the answer to OPTIONS.',
    change: { vary: (situation) => (situation.preflight ? [] : vary(situation)) },
  },
  {
    id: 'answers-with-another-ok-status',
    difference: 'It answers successful preflights with 202.',
    change: { preflightStatus: (situation) => (preflightStatus(situation) === 403 ? 403 : 202) },
  },
  {
    id: 'answers-with-a-body',
    difference: 'It has a text in the answer to a preflight, refused or not.',
    change: {
      preflightStatus: (situation) => (preflightStatus(situation) === 403 ? 403 : 200),
      preflightBody: ({ originAllowed }) => [originAllowed ? 'OK' : 'Invalid CORS request'],
    },
  },
  {
    id: 'refuses-with-404',
    difference: 'It answers refused preflights with 404, as a path that handles no OPTIONS would.',
    change: {
      preflightStatus: (situation) => (preflightStatus(situation) === 403 ? 404 : preflightStatus(situation)),
    },
  },
  {
    id: 'exposes-in-preflights',
    difference: 'It lists exposed headers in preflights too, where nobody reads them.',
    change: { exposeHeaders: (situation) => exposeHeaders({ ...situation, preflight: false }) },
  },
  {
    id: 'sends-empty-lists',
    difference: 'It sends the lists of preflights empty where it has nothing to list.',
    change: {
      allowMethods: (situation) => allowMethods(situation) ?? (isAnswered(situation) ? '' : null),
      allowHeaders: (situation) => allowHeaders(situation) ?? (isAnswered(situation) ? '' : null),
    },
  },
  {
    id: 'leaves-out-what-needs-no-listing',
    difference: 'It names the requested method unless it needs no listing, and the requested headers as they came.',
    change: {
      allowMethods: (situation) =>
        /^(?:GET|HEAD|POST)$/.test(situation.request.requestMethod ?? '')
          ? null
          : allowMethods({ ...situation, perPath: true }),
      allowHeaders: (situation) => {
        const { requestHeaders } = situation.request
        return isAsked(situation) &&
          requestHeaders !== null &&
          requestHeaders !== '' &&
          allowHeaders(situation) !== null
          ? requestHeaders
          : allowHeaders(situation)
      },
    },
  },
  {
    id: 'writes-lists-in-any-order',
    difference: 'It writes the members of lists in another order to each origin, with white space and empty members.',
    change: {
      allowMethods: (situation) => shuffle(allowMethods(situation), situation),
      allowHeaders: (situation) => shuffle(allowHeaders(situation), situation),
      exposeHeaders: (situation) => shuffle(exposeHeaders(situation), situation),
    },
  },
  {
    id: 'writes-names-in-capitals',
    difference: 'It writes the names of fields as books print them, and those in lists in capitals.',
    change: {
      allowHeaders: (situation) => allowHeaders(situation)?.toUpperCase() ?? null,
      exposeHeaders: (situation) => exposeHeaders(situation)?.toUpperCase() ?? null,
      join: (own, cors, situation, response) =>
        join(own, cors, situation, response).map(([name, value]) => [
          name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
          value,
        ]),
    },
  },
  {
    id: 'echoes-for-wildcards',
    difference: "It answers '*' for methods and request headers with what was asked for, and varies on both.",
    change: {
      allowMethods: (situation) =>
        allowMethods(situation) === '*' ? situation.request.requestMethod : allowMethods(situation),
      allowHeaders: (situation) => {
        const listed = splitList(allowHeaders(situation) ?? '')
        const asked = splitList(situation.request.requestHeaders ?? '')
        if (!listed.includes('*')) return allowHeaders(situation)
        return listOrNull(
          asked.filter((name) => name.toLowerCase() !== 'authorization' || listed.includes('Authorization')),
        )
      },
      vary: (situation) =>
        situation.preflight
          ? [...new Set([...vary(situation), 'Access-Control-Request-Method', 'Access-Control-Request-Headers'])]
          : vary(situation),
    },
  },
  {
    id: 'takes-every-options-request-for-a-preflight',
    difference: 'It answers every OPTIONS request by itself, as HTTP lets it.',
    change: { isPreflight: ({ method }) => method === 'OPTIONS' },
  },
  {
    id: 'hands-preflights-on',
    difference: 'It adds its headers to the answer that the application itself gives to OPTIONS, where it gives one.',
    change: {
      passesOn: ({ request }) =>
        examEndpoints.some(({ ownOptions, path }) => path === request.path && ownOptions !== undefined),
    },
  },
  {
    id: 'star-means-standard-methods',
    difference: "It takes '*' for methods to mean those that standards name.",
    change: {
      allowMethods: (situation) =>
        situation.preflight &&
        situation.originAllowed &&
        situation.policy !== false &&
        includesStar(situation.policy.allowMethods)
          ? 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
          : allowMethods(situation),
    },
  },
]

function isAnswered({ originAllowed, preflight }: Situation): boolean {
  return preflight && originAllowed
}

function shuffle(list: string | null, { request }: Situation): string | null {
  if (list === null) return null
  const members = [...splitList(list)].sort()
  return `,${(request.origin?.includes('a.example') === true ? members : members.reverse()).join(' ,,\t ')} ,`
}

/** Tells whether a preflight asks for nothing but what is listed. Requests that are no preflights ask for nothing. */
function isAsked({ policy, preflight, request }: Situation): boolean {
  if (!preflight || policy === false) return true
  const { requestHeaders, requestMethod } = request
  const listed = asList(policy.allowHeaders).map((name) => name.toLowerCase())
  const names = splitList((requestHeaders ?? '').toLowerCase())
  const isMethodListed =
    includesStar(policy.allowMethods) ||
    ['GET', 'HEAD', 'POST', ...asList(policy.allowMethods)].includes(requestMethod ?? '')
  const isListed = (name: string) => listed.includes(name) || (listed.includes('*') && name !== 'authorization')
  return isMethodListed && (names.every(isListed) || (policy.allowCredentials && listed.includes('*')))
}

function isAsBrowsersWrite({ preflight, request: { requestHeaders } }: Situation): boolean {
  if (!preflight || requestHeaders === null) return true
  const names = requestHeaders.split(',')
  return requestHeaders === [...new Set(names)].sort().join(',').toLowerCase() && !/[\t ]|^,|,,|,$/.test(requestHeaders)
}
