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
  READABLE,
  redirecting,
  REFUSED,
  SHARED,
  SHARED_WITH_CREDENTIALS,
} from './quirk-demonstration.ts'

const OPAQUE = 'What is allowed to one origin that is written "null" is allowed to all of them.'
const FORGOTTEN = 'What is cached for a URL is forgotten when a request that called for a preflight is blocked there.'
const WILDCARD = 'A cached "*" is a wildcard, even what was listed to a request with credentials, to which it was none.'

/** A redirect from one foreign origin to another. */
const AWAY = redirecting(307, 'https://other.example/')

/** What forces a preflight in every engine. */
const FORCED = { uploadListeners: true, credentials: 'same-origin', body: 'x' } as const

/** What engines do otherwise with the preflights that they keep. */
export const preflightCacheQuirks: readonly EngineQuirk[] = [
  {
    id: 'cached-wildcard-chromium',
    engines: [CHROMIUM],
    standard: WILDCARD,
    difference: 'It is none where it was listed to a request with credentials.',
    behaviour: { cachedWildcard: 'entry-without-credentials' },
    exchange: wildcardForCredentials(),
  },
  {
    id: 'cached-wildcard-firefox',
    engines: [FIREFOX],
    standard: WILDCARD,
    difference: 'It never is one.',
    behaviour: { cachedWildcard: 'never' },
    exchange: show(
      [
        { request: pageRequest('PUT'), byStandard: ASKED },
        { request: pageRequest('DELETE'), byStandard: CACHED, byEngine: ASKED },
      ],
      [allowing({ methods: '*' })],
    ),
  },
  {
    id: 'cached-wildcard-webkit',
    engines: [WEBKIT],
    standard: WILDCARD,
    difference: 'It is none to a request with credentials.',
    behaviour: { cachedWildcard: 'request-without-credentials' },
    exchange: wildcardForCredentials(),
  },
  {
    id: 'cached-authorization-wildcard',
    engines: [WEBKIT],
    standard: 'A cached "*" never covers Authorization.',
    difference: 'It does.',
    behaviour: { cachedWildcardCoversAuthorization: true },
    exchange: show(
      [
        { request: pageRequest('GET', ['X-A']), byStandard: ASKED },
        { request: pageRequest('GET', ['Authorization']), byStandard: REFUSED, byEngine: CACHED },
      ],
      [allowing({ headers: '*' })],
    ),
  },
  {
    id: 'cached-forced-preflight',
    engines: [CHROMIUM, FIREFOX, WEBKIT],
    standard:
      'For a request with upload listeners or a stream the method has to be cached too, even GET, HEAD or POST.',
    difference: 'GET, HEAD and POST need not be listed by a cached preflight, whatever made it necessary.',
    behaviour: { forcedPreflightNeedsCachedMethod: false },
    exchange: show(
      [
        { request: pageRequest('POST', [], FORCED), byStandard: ASKED },
        { request: pageRequest('POST', [], FORCED), byStandard: ASKED, byEngine: CACHED },
      ],
      [allowing({ methods: 'PUT' })],
    ),
  },
  {
    id: 'cached-head',
    engines: [FIREFOX],
    standard: 'GET, HEAD and POST need not be listed by a cached preflight.',
    difference: 'HEAD has to be.',
    behaviour: { methodsNotCached: ['GET', 'POST'] },
    exchange: show(
      [
        { request: pageRequest('GET', ['X-A']), byStandard: ASKED },
        { request: pageRequest('HEAD', ['X-A']), byStandard: CACHED, byEngine: ASKED },
      ],
      [allowing({ headers: 'X-A' })],
    ),
  },
  {
    id: 'cached-apart-by-credentials',
    engines: [FIREFOX],
    standard: 'What was allowed with credentials is allowed without them too.',
    difference: 'It is asked for again.',
    behaviour: { credentialedEntriesServeAll: false },
    exchange: show(
      [
        { request: pageRequest('PUT', [], { credentials: 'include' }), byStandard: ASKED },
        { request: pageRequest('PUT'), byStandard: CACHED, byEngine: ASKED },
      ],
      [allowing({ methods: 'PUT' }, SHARED_WITH_CREDENTIALS)],
      [SHARED_WITH_CREDENTIALS],
    ),
  },
  {
    id: 'one-preflight-per-url',
    engines: [CHROMIUM, WEBKIT],
    standard: 'What preflights for one URL allow adds up.',
    difference: 'Each takes the place of the one before.',
    behaviour: { newPreflightReplaces: true },
    exchange: show(
      [
        { request: pageRequest('PUT'), byStandard: ASKED },
        { request: pageRequest('PUT', ['X-A']), byStandard: ASKED },
        { request: pageRequest('DELETE'), byStandard: CACHED, byEngine: REFUSED },
      ],
      [allowing({ methods: 'PUT, DELETE' }), allowing({ methods: 'PUT', headers: 'X-A' })],
    ),
  },
  {
    id: 'renewed-lifetime',
    engines: [FIREFOX],
    standard: 'What is allowed once more gets the new max-age, which is still counted from the first time.',
    difference: 'It is counted anew.',
    behaviour: { renewalRestartsLifetime: true },
    exchange: show(
      [
        { request: pageRequest('PUT'), byStandard: ASKED },
        { request: pageRequest('PUT', ['X-A']), afterSeconds: 2, byStandard: ASKED },
        { request: pageRequest('PUT'), afterSeconds: 2, byStandard: ASKED, byEngine: CACHED },
      ],
      [allowing({ methods: 'PUT', maxAge: '3' }), allowing({ methods: 'PUT', headers: 'X-A', maxAge: '3' })],
    ),
  },
  {
    id: 'max-age-zero',
    engines: [FIREFOX],
    standard: 'A preflight with the Access-Control-Max-Age "0" also puts an end to what an earlier one has allowed.',
    difference: 'What was allowed earlier is kept.',
    behaviour: { zeroMaxAgeRemoves: false },
    exchange: show(
      [
        { request: pageRequest('GET', ['X-A']), byStandard: ASKED },
        { request: pageRequest('GET', ['X-A', 'X-B']), byStandard: ASKED },
        { request: pageRequest('GET', ['X-A']), byStandard: ASKED, byEngine: CACHED },
      ],
      [allowing({ headers: 'X-A' }), allowing({ headers: 'X-A, X-B', maxAge: '0' })],
    ),
  },
  {
    id: 'kept-after-failure',
    engines: [WEBKIT],
    standard: FORGOTTEN,
    difference: 'Only a preflight that fails makes it forgotten.',
    behaviour: { cacheForgetsAt: 'preflight-error' },
    exchange: show(
      [
        { request: pageRequest('PUT'), byStandard: BLOCKED },
        { request: pageRequest('PUT'), byStandard: ASKED, byEngine: CACHED },
      ],
      [allowing({ methods: 'PUT' })],
      [[], SHARED],
    ),
  },
  {
    id: 'kept-until-unfit',
    engines: [CHROMIUM],
    standard: FORGOTTEN,
    difference: 'It is forgotten when a request looks for more than is there, and at no other time.',
    behaviour: { cacheForgetsAt: 'failed-look-up' },
    exchange: show(
      [
        { request: pageRequest('PUT'), byStandard: BLOCKED },
        { request: pageRequest('PUT'), byStandard: ASKED, byEngine: CACHED },
      ],
      [allowing({ methods: 'PUT' })],
      [[], SHARED],
    ),
  },
  {
    id: 'kept-after-redirect-error',
    engines: [FIREFOX],
    standard: FORGOTTEN,
    difference: 'One that is blocked for the redirect mode "error" makes nothing forgotten.',
    behaviour: { cacheForgetsAt: 'network-error-but-redirect-error' },
    exchange: {
      ...show(
        [
          { request: pageRequest('PUT', [], { redirect: 'error' }), byStandard: BLOCKED },
          { request: pageRequest('PUT'), byStandard: ASKED, byEngine: CACHED },
        ],
        [allowing({ methods: 'PUT' })],
      ),
      answers: [redirecting(302), READABLE],
    },
  },
  {
    id: 'refused-preflight-kept',
    engines: [WEBKIT],
    standard: 'A preflight that does not allow the request that it was made for is not cached.',
    difference: 'What it lists is cached.',
    behaviour: { refusedPreflightIsKept: true },
    exchange: show(
      [
        { request: pageRequest('DELETE'), byStandard: REFUSED },
        { request: pageRequest('PUT'), byStandard: ASKED, byEngine: CACHED },
      ],
      [allowing({ methods: 'PUT' })],
    ),
  },
  {
    id: 'conditional-requests-not-cached',
    engines: [CHROMIUM, FIREFOX],
    standard: 'A cached preflight serves requests with If-None-Match and the like too.',
    difference: 'Such requests have a preflight each.',
    behaviour: { conditionalRequestsSkipCache: true },
    exchange: show(
      [
        { request: pageRequest('GET', ['If-None-Match']), byStandard: ASKED },
        { request: pageRequest('GET', ['If-None-Match']), byStandard: CACHED, byEngine: ASKED },
      ],
      [allowing({ headers: 'If-None-Match' })],
    ),
  },
  {
    id: 'opaque-origins-not-cached',
    engines: [CHROMIUM],
    standard: OPAQUE,
    difference: 'It is remembered for one request of the page, and not at all where redirects have tainted the origin.',
    behaviour: { opaqueOriginsShareCache: 'none' },
    exchange: twice(pageRequest('PUT'), [READABLE], { origin: 'null', topLevelOrigin: demonstrationPage.origin }),
  },
  {
    id: 'tainted-origins-apart',
    engines: [WEBKIT],
    standard: OPAQUE,
    difference: 'What is allowed to an origin that redirects have tainted is remembered for that one request.',
    behaviour: { opaqueOriginsShareCache: 'untainted' },
    exchange: twice(pageRequest('PUT'), [AWAY, READABLE, AWAY, READABLE]),
  },
]

function show(
  fetches: readonly QuirkFetch[],
  preflightAnswers: readonly HeaderPairs[],
  answers: readonly HeaderPairs[] = [SHARED],
): QuirkDemonstration {
  return {
    page: demonstrationPage,
    fetches,
    preflightAnswers,
    answers: answers.map((headers) => ({ status: 200, headers })),
  }
}

/** Lists "*" to a request with credentials that does not need it, and then makes one that does. */
function wildcardForCredentials(): QuirkDemonstration {
  return show(
    [
      { request: pageRequest('POST', ['X-A'], { credentials: 'include' }), byStandard: ASKED },
      { request: pageRequest('PUT', [], { credentials: 'include' }), byStandard: CACHED, byEngine: REFUSED },
    ],
    [allowing({ methods: '*', headers: 'X-A' }, SHARED_WITH_CREDENTIALS)],
    [SHARED_WITH_CREDENTIALS],
  )
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
    preflightAnswers: [allowing({ methods: 'PUT' })],
    answers,
  }
}
