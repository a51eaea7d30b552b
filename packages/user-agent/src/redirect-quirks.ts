import { CHROMIUM, type EngineQuirk, FIREFOX, WEBKIT } from './engine-quirk.ts'
import type { Page, PageRequest } from './exchange.ts'
import type { HeaderPairs } from './header-list.ts'
import {
  allowing,
  ASKED,
  BLOCKED,
  CACHED,
  demonstrationPage,
  pageRequest,
  type QuirkAnswer,
  type QuirkDemonstration,
  type QuirkFetch,
  type QuirkFetchEnd,
  READABLE,
  redirecting,
  REFUSED,
  UNASKED,
} from './quirk-demonstration.ts'

const FIRST = 'https://api.example/'
const SECOND = 'https://api.example/second'
const ELSEWHERE = 'https://other.example/'
const ELSEWHERE_AGAIN = 'https://other.example/again'

const ALLOWING_ALL = allowing({ methods: 'PUT, DELETE', headers: 'Authorization, Content-Type, X-A' })
const UNSHARED: QuirkAnswer = { status: 200, headers: [] }
const OPAQUE_RESPONSE: QuirkFetchEnd = { preflight: false, outcome: 'opaque' }

const BODY_HEADERS = 'The headers of a body that one redirect drops with the body stay dropped.'
const ORIGIN = 'Where CORS has no part, a redirected request gets an Origin as if it were a new one.'
const EMPTY = 'An empty Location leads to the URL that has been asked for.'
const REPEATED = 'Two Location fields are a network error.'
const OPAQUE = 'What is allowed to one origin that is written "null" is allowed to all of them.'

/** What engines do otherwise when they follow redirects, and with the origins that come of it. */
export const redirectQuirks: readonly EngineQuirk[] = [
  {
    id: 'preflight-on-every-redirect',
    engines: [FIREFOX, WEBKIT],
    standard: 'Whether a redirected request has a preflight depends on what it is by then.',
    difference: 'A request that has once called for a preflight has one for every redirect.',
    behaviour: { preflightOnEveryRedirect: true },
    exchange: demonstrate({ request: pageRequest('PUT'), byStandard: UNASKED, byEngine: ASKED }, [
      redirecting(303, SECOND),
      READABLE,
    ]),
  },
  {
    id: 'redirected-preflight-firefox',
    engines: [FIREFOX],
    standard: 'A preflight of a redirected request is about the headers that the request has by then.',
    difference: 'It is about all that the page has set, but for what this one redirect drops.',
    behaviour: { redirectedPreflightIsFor: 'page-headers-less-dropped' },
    exchange: demonstrate(
      { request: pageRequest('GET', ['Authorization', 'X-A']), byStandard: ASKED, byEngine: REFUSED },
      [redirecting(307, ELSEWHERE), redirecting(307, ELSEWHERE_AGAIN), READABLE],
      [ALLOWING_ALL, allowing({ headers: 'X-A' })],
    ),
  },
  {
    id: 'redirected-preflight-webkit',
    engines: [WEBKIT],
    standard: 'A preflight of a redirected request is about the headers that the request has by then.',
    difference: 'It is about all that the page has set.',
    behaviour: { redirectedPreflightIsFor: 'page-headers' },
    exchange: demonstrate(
      { request: pageRequest('GET', ['Authorization', 'X-A']), byStandard: ASKED, byEngine: REFUSED },
      [redirecting(307, ELSEWHERE), READABLE],
      [ALLOWING_ALL, allowing({ headers: 'X-A' })],
    ),
  },
  {
    id: 'preflight-origin-untainted',
    engines: [FIREFOX],
    standard: 'After a redirect from one foreign origin to another, preflights have the Origin "null" too.',
    difference: 'They have that of the page.',
    behaviour: { preflightOriginIsNeverTainted: true },
    exchange: demonstrate(
      { request: pageRequest('PUT'), byStandard: ASKED, byEngine: REFUSED },
      [redirecting(307, ELSEWHERE), READABLE],
      [ALLOWING_ALL, allowing({ methods: 'PUT' }, [['Access-Control-Allow-Origin', 'null']])],
    ),
  },
  {
    id: 'authorization-returns',
    engines: [FIREFOX],
    standard: 'An Authorization that a redirect to another origin drops stays dropped.',
    difference: 'The next redirect within that origin brings it back, and the other origin gets it.',
    behaviour: { authorizationReturns: true },
    exchange: demonstrate(
      {
        request: pageRequest('GET', ['Authorization']),
        byStandard: { ...UNASKED, lastRequest: { headers: { authorization: null } } },
        byEngine: { ...ASKED, lastRequest: { headers: { authorization: 'x' } } },
      },
      [redirecting(307, ELSEWHERE), redirecting(307, ELSEWHERE_AGAIN), READABLE],
    ),
  },
  {
    id: 'body-headers-return-firefox',
    engines: [FIREFOX],
    standard: BODY_HEADERS,
    difference: 'The next redirect with the status 307 or 308 brings them back.',
    behaviour: { bodyHeadersReturn: 'with-method-preserved' },
    exchange: returningContentType(307),
  },
  {
    id: 'body-headers-return-webkit',
    engines: [WEBKIT],
    standard: BODY_HEADERS,
    difference: 'The next redirect brings them back.',
    behaviour: { bodyHeadersReturn: 'always' },
    exchange: returningContentType(302),
  },
  {
    id: 'cross-origin-delete',
    engines: [WEBKIT],
    standard: 'DELETE stays DELETE in all redirects but those with the status 303.',
    difference: 'It becomes GET in all that lead to another origin.',
    behaviour: { crossOriginDeleteBecomesGet: true },
    exchange: demonstrate(
      {
        request: pageRequest('DELETE'),
        byStandard: { ...ASKED, lastRequest: { method: 'DELETE' } },
        byEngine: { ...ASKED, lastRequest: { method: 'GET' } },
      },
      [redirecting(307, ELSEWHERE), READABLE],
    ),
  },
  {
    id: 'redirected-origin-chromium',
    engines: [CHROMIUM],
    standard: ORIGIN,
    difference: 'It keeps the one that it has, which becomes "null" when the redirect leads to another origin.',
    behaviour: { redirectedOrigin: 'kept-within-origin' },
    exchange: demonstrate(
      {
        request: pageRequest('POST', [], { url: `${demonstrationPage.origin}/`, mode: 'no-cors' }),
        byStandard: { ...OPAQUE_RESPONSE, lastRequest: { headers: { origin: demonstrationPage.origin } } },
        byEngine: { ...OPAQUE_RESPONSE, lastRequest: { headers: { origin: 'null' } } },
      },
      [redirecting(307, FIRST), READABLE],
    ),
  },
  {
    id: 'redirected-origin-webkit',
    engines: [WEBKIT],
    standard: ORIGIN,
    difference: 'It keeps the one that it has, even where it becomes a GET.',
    behaviour: { redirectedOrigin: 'kept' },
    exchange: demonstrate(
      {
        request: pageRequest('POST', [], { mode: 'no-cors' }),
        byStandard: { ...OPAQUE_RESPONSE, lastRequest: { method: 'GET', headers: { origin: null } } },
        byEngine: { ...OPAQUE_RESPONSE, lastRequest: { method: 'GET', headers: { origin: demonstrationPage.origin } } },
      },
      [redirecting(302, SECOND), READABLE],
    ),
  },
  {
    id: 'password-in-location',
    engines: [CHROMIUM],
    standard: 'Only CORS requests may not be redirected to a URL with a password.',
    difference: 'No request may.',
    behaviour: { passwordInLocationIsRefused: true },
    exchange: demonstrate(
      {
        request: pageRequest('GET', [], { mode: 'no-cors' }),
        byStandard: OPAQUE_RESPONSE,
        byEngine: { preflight: false, outcome: 'blocked' },
      },
      [redirecting(302, 'https://user:password@api.example/second'), READABLE],
    ),
  },
  {
    id: 'empty-location-chromium',
    engines: [CHROMIUM],
    standard: EMPTY,
    difference: 'It leads nowhere, and the page gets the response.',
    behaviour: { emptyLocation: 'nowhere' },
    exchange: demonstrate(
      { request: pageRequest('GET'), byStandard: { ...BLOCKED, preflight: false }, byEngine: UNASKED },
      [redirecting(302, ''), UNSHARED],
    ),
  },
  {
    id: 'empty-location-webkit',
    engines: [WEBKIT],
    standard: EMPTY,
    difference: 'It is a network error.',
    behaviour: { emptyLocation: 'failure' },
    exchange: demonstrate(
      { request: pageRequest('GET'), byStandard: UNASKED, byEngine: { ...BLOCKED, preflight: false } },
      [redirecting(302, ''), READABLE],
    ),
  },
  {
    id: 'repeated-location',
    engines: [CHROMIUM, FIREFOX],
    standard: REPEATED,
    difference: 'They count as one if they are equal.',
    behaviour: { repeatedLocation: 'one-if-equal' },
    exchange: repeatedLocation(),
  },
  {
    id: 'repeated-location-webkit',
    engines: [WEBKIT],
    standard: REPEATED,
    difference: 'They make one URL, with ", " between their values.',
    behaviour: { repeatedLocation: 'joined' },
    exchange: repeatedLocation(),
  },
  {
    id: 'opaque-origins-not-cached',
    engines: [CHROMIUM],
    standard: OPAQUE,
    difference: 'What is allowed to the origin "null" is not remembered at all.',
    behaviour: { opaqueOriginsShareCache: 'none' },
    exchange: twice(pageRequest('PUT'), [READABLE], { origin: 'null', topLevelOrigin: demonstrationPage.origin }),
  },
  {
    id: 'tainted-origins-apart',
    engines: [WEBKIT],
    standard: OPAQUE,
    difference: 'What is allowed to an origin that redirects have tainted is remembered for that one request.',
    behaviour: { opaqueOriginsShareCache: 'untainted' },
    exchange: twice(pageRequest('PUT'), [redirecting(307, ELSEWHERE), READABLE, redirecting(307, ELSEWHERE), READABLE]),
  },
]

function demonstrate(
  fetch: QuirkFetch,
  answers: readonly QuirkAnswer[],
  preflightAnswers: readonly HeaderPairs[] = [ALLOWING_ALL],
): QuirkDemonstration {
  return { page: demonstrationPage, fetches: [fetch], preflightAnswers, answers }
}

/** Drops a body, and then redirects once more, with this status. */
function returningContentType(status: number): QuirkDemonstration {
  return demonstrate(
    {
      request: pageRequest('POST', [], { body: 'x' }),
      byStandard: { ...UNASKED, lastRequest: { headers: { 'content-type': null } } },
      byEngine: { ...UNASKED, lastRequest: { headers: { 'content-type': 'text/plain;charset=UTF-8' } } },
    },
    [redirecting(302, SECOND), redirecting(status, `${SECOND}/third`), READABLE],
  )
}

function repeatedLocation(): QuirkDemonstration {
  return demonstrate({ request: pageRequest('GET'), byStandard: { ...BLOCKED, preflight: false }, byEngine: UNASKED }, [
    redirecting(302, '/second', '/second'),
    READABLE,
  ])
}

/** Makes a request twice: the second finds what was allowed to the first, but not in the engines. */
function twice(
  request: PageRequest,
  answers: readonly QuirkAnswer[],
  page: Page = demonstrationPage,
): QuirkDemonstration {
  return {
    page,
    fetches: [
      { request, byStandard: ASKED },
      { request, byStandard: CACHED, byEngine: ASKED },
    ],
    preflightAnswers: [ALLOWING_ALL],
    answers,
  }
}
