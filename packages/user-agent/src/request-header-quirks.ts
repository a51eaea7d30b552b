import { CHROMIUM, type EngineQuirk, FIREFOX, WEBKIT } from './engine-quirk.ts'
import type { PageRequest } from './exchange.ts'
import type { HeaderPairs } from './header-list.ts'
import {
  allowing,
  ASKED,
  demonstrationPage,
  pageRequest,
  type QuirkDemonstration,
  type QuirkFetchEnd,
  READABLE,
  REFUSED,
  UNASKED,
} from './quirk-demonstration.ts'

const POSITION = 'The positions in a safelisted Range may be of any size.'

/** In which engines differ over which requests need a preflight, and what it announces. */
export const requestHeaderQuirks: readonly EngineQuirk[] = [
  {
    id: 'repeated-headers-joined',
    engines: [CHROMIUM, WEBKIT],
    standard: 'Of a header that is set twice, each field is judged by itself.',
    difference: 'They are judged as one field, their values joined with ", ".',
    behaviour: { repeatedHeadersAreJoined: true },
    exchange: demonstrate(
      withHeaders('Content-Type', 'text/plain', 'Content-Type', 'text/plain'),
      UNASKED,
      ASKED,
      'Content-Type',
    ),
  },
  {
    id: 'repeated-headers-repeated',
    engines: [FIREFOX],
    standard: 'A preflight announces a header once, however often the page sets it.',
    difference: 'It announces it as often.',
    behaviour: { repeatedHeadersAreRepeated: true },
    exchange: demonstrate(withHeaders('X-A', '1', 'X-A', '2'), announcing('x-a'), announcing('x-a,x-a'), 'X-B'),
  },
  {
    id: 'safelisted-values-unlimited',
    engines: [FIREFOX],
    standard: 'Safelisted values that have more than 1024 bytes together call for a preflight.',
    difference: 'Only one with more than 128 bytes does.',
    behaviour: { safelistedValuesLimit: null },
    exchange: demonstrate(
      pageRequest('GET', [], { headers: Array.from({ length: 9 }, () => ['Accept', 'a'.repeat(120)] as const) }),
      ASKED,
      UNASKED,
      'Accept',
    ),
  },
  {
    id: 'non-ascii-unsafe',
    engines: [FIREFOX],
    standard: 'Bytes outside ASCII are safe in Accept and Content-Type.',
    difference: 'They call for a preflight.',
    behaviour: { nonAsciiIsUnsafe: true },
    exchange: demonstrate(withHeaders('Accept', 'caf\u00e9'), UNASKED, ASKED, 'Accept'),
  },
  {
    id: 'client-hints-safelisted',
    engines: [CHROMIUM],
    standard: 'Client hints such as DPR call for a preflight.',
    difference: 'They are safelisted, as long as their values are what a browser could send.',
    behaviour: { clientHintsAreSafelisted: true },
    exchange: demonstrate(withHeaders('DPR', '1.5'), ASKED, UNASKED, 'DPR'),
  },
  {
    id: 'range-unit-case',
    engines: [WEBKIT],
    standard: 'The unit of a safelisted Range is written "bytes".',
    difference: 'It may be written in upper case.',
    behaviour: { rangeUnitIgnoresCase: true },
    exchange: demonstrate(withHeaders('Range', 'Bytes=0-1'), ASKED, UNASKED, 'Range'),
  },
  {
    id: 'range-position-limit-chromium',
    engines: [CHROMIUM],
    standard: POSITION,
    difference: 'They are less than 2 to the power of 63, less 1.',
    behaviour: { rangePositionLimit: '9223372036854775806' },
    exchange: demonstrate(withHeaders('Range', 'bytes=9223372036854775807-'), UNASKED, ASKED, 'Range'),
  },
  {
    id: 'range-position-limit',
    engines: [FIREFOX, WEBKIT],
    standard: POSITION,
    difference: 'They are less than 2 to the power of 64.',
    behaviour: { rangePositionLimit: '18446744073709551615' },
    exchange: demonstrate(withHeaders('Range', 'bytes=18446744073709551616-'), UNASKED, ASKED, 'Range'),
  },
  {
    id: 'user-agent-forbidden',
    engines: [CHROMIUM],
    standard: 'A page may set User-Agent, which calls for a preflight.',
    difference: 'It is left out without a word.',
    behaviour: { userAgentIsForbidden: true },
    exchange: demonstrate(withHeaders('User-Agent', 'x'), ASKED, UNASKED, 'User-Agent'),
  },
  {
    id: 'upload-listeners-without-body',
    engines: [CHROMIUM],
    standard: 'Upload listeners force a preflight upon a request.',
    difference: 'They do so only where it has a body.',
    behaviour: { uploadListenersNeedBody: true },
    exchange: demonstrate(
      pageRequest('POST', [], { uploadListeners: true, credentials: 'same-origin' }),
      ASKED,
      UNASKED,
      'X-A',
    ),
  },
  {
    id: 'opaque-origin-shown',
    engines: [CHROMIUM, FIREFOX],
    standard: 'A GET in the mode "no-cors" has no Origin.',
    difference: 'From an opaque origin, with credentials, to the site in the address bar, it has the Origin "null".',
    behaviour: { opaqueOriginIsShownWithCredentials: true },
    exchange: {
      page: { origin: 'null', topLevelOrigin: demonstrationPage.origin },
      fetches: [
        {
          request: pageRequest('GET', [], {
            url: `${demonstrationPage.origin}/`,
            mode: 'no-cors',
            credentials: 'include',
          }),
          byStandard: { preflight: false, outcome: 'opaque', lastRequest: { headers: { origin: null } } },
          byEngine: { preflight: false, outcome: 'opaque', lastRequest: { headers: { origin: 'null' } } },
        },
      ],
      preflightAnswers: [],
      answers: [READABLE],
    },
  },
]

/** Makes one request, to a server that allows one header. */
function demonstrate(
  request: PageRequest,
  byStandard: QuirkFetchEnd,
  byEngine: QuirkFetchEnd,
  allowedHeader: string,
): QuirkDemonstration {
  return {
    page: demonstrationPage,
    fetches: [{ request, byStandard, byEngine }],
    preflightAnswers: [allowing({ headers: allowedHeader })],
    answers: [READABLE],
  }
}

/** Makes a `GET` with headers, given as names and values by turns. */
function withHeaders(...namesAndValues: readonly string[]): PageRequest {
  const headers: HeaderPairs = namesAndValues.flatMap((name, index) =>
    index % 2 === 0 ? [[name, namesAndValues[index + 1] ?? ''] as const] : [],
  )
  return pageRequest('GET', [], { headers })
}

/** A preflight that is refused, and that announces these headers. */
function announcing(names: string): QuirkFetchEnd {
  return { ...REFUSED, lastRequest: { headers: { 'access-control-request-headers': names } } }
}
