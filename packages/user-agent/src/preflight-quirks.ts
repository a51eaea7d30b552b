import { CHROMIUM, type EngineQuirk, FIREFOX, WEBKIT } from './engine-quirk.ts'
import {
  allowing,
  ASKED,
  CACHED,
  demonstrationPage,
  pageRequest,
  type QuirkDemonstration,
  READABLE,
  REFUSED,
} from './quirk-demonstration.ts'

const LIMIT = 'For how long a preflight may be kept at most is left to browsers.'
const DIGITS = 'An Access-Control-Max-Age of anything but digits is ignored, and the preflight is kept for 5 seconds.'

/** What engines make otherwise of the response to a preflight. */
export const preflightQuirks: readonly EngineQuirk[] = [
  {
    id: 'max-age-limit-chromium',
    engines: [CHROMIUM],
    standard: LIMIT,
    difference: 'It is kept for two hours at most.',
    behaviour: { maxAgeLimit: 7200 },
    exchange: goneAfter(7200, '86400'),
  },
  {
    id: 'max-age-limit-firefox',
    engines: [FIREFOX],
    standard: LIMIT,
    difference: 'It is kept for a day at most.',
    behaviour: { maxAgeLimit: 86_400 },
    exchange: goneAfter(86_400, '604800'),
  },
  {
    id: 'max-age-limit-webkit',
    engines: [WEBKIT],
    standard: LIMIT,
    difference: 'It is kept for ten minutes at most.',
    behaviour: { maxAgeLimit: 600 },
    exchange: goneAfter(600, '86400'),
  },
  {
    id: 'max-age-signed',
    engines: [CHROMIUM, WEBKIT],
    standard: DIGITS,
    difference: 'It is read as a signed integer: with "-1" the preflight is not kept, with "+600" for 600 seconds.',
    behaviour: { maxAgeSyntax: 'int64' },
    exchange: goneAfter(1, '-1'),
  },
  {
    id: 'max-age-malformed',
    engines: [FIREFOX],
    standard: DIGITS,
    difference: 'Such a preflight is not kept.',
    // Less than zero, since other than a zero it puts an end to what was kept before.
    behaviour: { malformedMaxAge: -1 },
    exchange: goneAfter(1, '600 seconds'),
  },
  {
    id: 'authorization-wildcard',
    engines: [CHROMIUM, FIREFOX, WEBKIT],
    standard: 'The "*" of Access-Control-Allow-Headers never covers Authorization.',
    difference: 'Without credentials it does.',
    behaviour: { wildcardCoversAuthorization: true },
    exchange: {
      page: demonstrationPage,
      fetches: [{ request: pageRequest('GET', ['Authorization']), byStandard: REFUSED, byEngine: ASKED }],
      preflightAnswers: [allowing({ headers: '*' })],
      answers: [READABLE],
    },
  },
  {
    id: 'forced-preflight-methods',
    engines: [CHROMIUM, FIREFOX, WEBKIT],
    standard:
      'A preflight that upload listeners or a stream have forced allows any method if it has no Access-Control-Allow-Methods.',
    difference: 'It allows no other methods than any preflight: GET, HEAD and POST.',
    behaviour: { forcedPreflightAllows: 'safelisted-methods' },
    exchange: {
      page: demonstrationPage,
      fetches: [
        {
          request: pageRequest('PUT', [], { uploadListeners: true, credentials: 'same-origin', body: 'x' }),
          byStandard: ASKED,
          byEngine: REFUSED,
        },
      ],
      preflightAnswers: [allowing({})],
      answers: [READABLE],
    },
  },
]

/** Makes one request twice: what allows it has expired by then in the engines, but not by the standard. */
function goneAfter(afterSeconds: number, maxAge: string): QuirkDemonstration {
  const request = pageRequest('PUT')
  return {
    page: demonstrationPage,
    fetches: [
      { request, byStandard: ASKED },
      { request, afterSeconds, byStandard: CACHED, byEngine: ASKED },
    ],
    preflightAnswers: [allowing({ methods: 'PUT', maxAge })],
    answers: [READABLE],
  }
}
