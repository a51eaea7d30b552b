import { CHROMIUM, type EngineQuirk, FIREFOX, WEBKIT } from './engine-quirk.ts'
import {
  allowing,
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

const UNSHARED: QuirkAnswer = { status: 200, headers: [] }
const UNASKED_BLOCKED: QuirkFetchEnd = { preflight: false, outcome: 'blocked' }
const OPAQUE_RESPONSE: QuirkFetchEnd = { preflight: false, outcome: 'opaque' }

const MANUAL = 'In the redirect mode "manual" nobody looks where a redirect leads.'
const EMPTY = 'An empty Location leads to the URL that has been asked for.'
const REPEATED = 'Two Location fields are a network error.'

/** In which engines differ over where redirects lead. */
export const locationQuirks: readonly EngineQuirk[] = [
  {
    id: 'password-in-location',
    engines: [CHROMIUM],
    standard: 'Only CORS requests may not be redirected to a URL with a password.',
    difference: 'No fetch may.',
    behaviour: { passwordInLocationIsRefused: true },
    exchange: demonstrate(
      {
        request: pageRequest('GET', [], { mode: 'no-cors' }),
        byStandard: OPAQUE_RESPONSE,
        byEngine: UNASKED_BLOCKED,
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
    exchange: demonstrate({ request: pageRequest('GET'), byStandard: UNASKED_BLOCKED, byEngine: UNASKED }, [
      redirecting(302, ''),
      UNSHARED,
    ]),
  },
  {
    id: 'empty-location-webkit',
    engines: [WEBKIT],
    standard: EMPTY,
    difference: 'It is a network error.',
    behaviour: { emptyLocation: 'failure' },
    exchange: demonstrate({ request: pageRequest('GET'), byStandard: UNASKED, byEngine: UNASKED_BLOCKED }, [
      redirecting(302, ''),
      READABLE,
    ]),
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
    id: 'password-in-location-late',
    engines: [WEBKIT],
    standard: "A redirect of the page's own origin to a foreign URL with a password is a network error.",
    difference: 'It is one only after the preflight, where there has to be one.',
    behaviour: { passwordInLocationIsRefusedLate: true },
    exchange: demonstrate(
      {
        request: pageRequest('PUT', [], { url: `${demonstrationPage.origin}/` }),
        byStandard: { ...UNASKED_BLOCKED, lastRequest: { method: 'PUT' } },
        byEngine: { ...REFUSED, lastRequest: { method: 'OPTIONS' } },
      },
      [redirecting(307, 'https://user:password@api.example/'), READABLE],
    ),
  },
  {
    id: 'redirects-after-own-origin',
    engines: [WEBKIT],
    standard: 'In the credentials mode "same-origin" no foreign response has to allow credentials.',
    difference: "Foreign redirects have to, if the request began on the page's own origin.",
    behaviour: { redirectsAfterOwnOriginNeedCredentials: true },
    exchange: demonstrate(
      {
        request: pageRequest('GET', [], { url: `${demonstrationPage.origin}/`, credentials: 'same-origin' }),
        byStandard: UNASKED,
        byEngine: UNASKED_BLOCKED,
      },
      [redirecting(307, 'https://api.example/'), redirecting(307, 'https://api.example/second'), READABLE],
    ),
  },
  {
    id: 'redirect-error-without-location',
    engines: [CHROMIUM, WEBKIT],
    standard: 'In the redirect mode "error" every redirect is a network error.',
    difference: 'Only one with a Location that is not empty is.',
    behaviour: { redirectErrorNeedsLocation: true },
    exchange: demonstrate(
      { request: pageRequest('GET', [], { redirect: 'error' }), byStandard: UNASKED_BLOCKED, byEngine: UNASKED },
      [redirecting(302)],
    ),
  },
  {
    id: 'manual-invalid-location',
    engines: [CHROMIUM],
    standard: MANUAL,
    difference: 'A Location that is no URL is a network error.',
    behaviour: { manualRedirectFailsAt: 'invalid-location' },
    exchange: manual('http://['),
  },
  {
    id: 'manual-repeated-location',
    engines: [FIREFOX],
    standard: MANUAL,
    difference: 'Two Location fields that differ are a network error.',
    behaviour: { manualRedirectFailsAt: 'repeated-location' },
    exchange: manual('/second', '/third'),
  },
  {
    id: 'manual-ftp',
    engines: [WEBKIT],
    standard: MANUAL,
    difference: 'One that leads to an FTP URL is a network error.',
    behaviour: { manualRedirectFailsAt: 'ftp' },
    exchange: manual('ftp://a.example/'),
  },
]

function demonstrate(fetch: QuirkFetch, answers: readonly QuirkAnswer[]): QuirkDemonstration {
  return { page: demonstrationPage, fetches: [fetch], preflightAnswers: [allowing({ headers: 'X-A' })], answers }
}

function repeatedLocation(): QuirkDemonstration {
  return demonstrate({ request: pageRequest('GET'), byStandard: UNASKED_BLOCKED, byEngine: UNASKED }, [
    redirecting(302, '/second', '/second'),
    READABLE,
  ])
}

function manual(...locations: readonly string[]): QuirkDemonstration {
  const request = pageRequest('GET', [], { redirect: 'manual' })
  return demonstrate({ request, byStandard: OPAQUE_RESPONSE, byEngine: UNASKED_BLOCKED }, [
    redirecting(302, ...locations),
  ])
}
