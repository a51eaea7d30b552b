import { CHROMIUM, type EngineQuirk, FIREFOX, WEBKIT } from './engine-quirk.ts'
import type { HeaderPairs } from './header-list.ts'
import {
  allowing,
  ASKED,
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
const OPAQUE_RESPONSE: QuirkFetchEnd = { preflight: false, outcome: 'opaque' }

const BODY_HEADERS = 'The headers of a body that one redirect drops with the body stay dropped.'
const ORIGIN = 'Where CORS has no part, a redirected request gets an Origin as if it were a new one.'

/** In which engines differ over the request that follows a redirect. */
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
    difference: 'The next redirect brings them back, if it would have left the method with which the page began.',
    behaviour: { bodyHeadersReturn: 'with-first-method-kept' },
    exchange: returningContentType(307),
  },
  {
    id: 'body-headers-return-webkit',
    engines: [WEBKIT],
    standard: BODY_HEADERS,
    difference: 'The next redirect brings all back if the request is one of CORS, and Content-Type with 307 or 308.',
    behaviour: { bodyHeadersReturn: 'type-with-method-preserved-all-with-cors' },
    exchange: returningContentType(302),
  },
  {
    id: 'client-hints-dropped',
    engines: [CHROMIUM],
    standard: 'A redirect leaves client hints such as DPR as they are.',
    difference: "It drops them, unless it leads to the page's own origin.",
    behaviour: { redirectsDropClientHints: true },
    exchange: demonstrate(
      {
        request: pageRequest('GET', ['DPR'], { url: `${demonstrationPage.origin}/` }),
        byStandard: { ...ASKED, lastRequest: { headers: { dpr: 'x' } } },
        byEngine: { ...UNASKED, lastRequest: { headers: { dpr: null } } },
      },
      [redirecting(307, FIRST), READABLE],
      [allowing({ headers: 'DPR' })],
    ),
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
    difference: 'It keeps the one that it has, even where it becomes a GET within one origin.',
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
