import fc from 'fast-check'
import type { Answer, TrialRequest } from '../trial.ts'
import { type FieldValues, type Manner, oneOfFields, toFields } from './field-values.ts'
import { listFields } from './list-syntax.ts'
import { sharingHeaders } from './sharing.ts'

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'patch', 'OPTIONS', 'QUERY']
const HEADER_NAMES = ['X-A', 'authorization', 'content-type', 'x-y']

const rightStatuses = fc.constantFrom(200, 204, 204)

const oddStatuses = fc.oneof(
  { weight: 3, arbitrary: rightStatuses },
  { weight: 1, arbitrary: fc.constantFrom(201, 202, 206, 226, 299) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 500, 503),
  },
)

const rightMaxAges = oneOfFields([], ['600'], ['60'], ['0'])

/** Some are too large for a number of 32 or 64 bits, and some are no numbers. */
const oddMaxAges = fc.oneof(
  rightMaxAges,
  oneOfFields(
    ['-1'],
    ['-0'],
    ['99999999999999999999'],
    ['9223372036854775807'],
    ['2147483648'],
    ['abc'],
    [''],
    ['60.5'],
    ['60;'],
    ['60, 60'],
    ['+60'],
    ['1e3'],
    ['0600'],
    [' 600 '],
    ['"600"'],
    ['600', '600'],
    ['0', '600'],
    ['60 s'],
  ),
)

/** Makes an answer to preflights that is meant for a request. */
export function preflightAnswers(
  { credentials, headers, method }: TrialRequest,
  isTainted: boolean,
  manner: Manner,
): fc.Arbitrary<Answer> {
  const isRight = manner === 'right'
  return fc
    .record({
      status: isRight ? rightStatuses : oddStatuses,
      sharing: sharingHeaders({ credentials, isTainted }, manner),
      methods:
        isRight && isSafelisted(method)
          ? safelistedMethodFields
          : listFields({ wanted: [method], others: METHODS }, manner),
      headers: listFields({ wanted: namesOf(headers), others: HEADER_NAMES }, manner),
      maxAge: isRight ? rightMaxAges : oddMaxAges,
      location: oneOfFields(['{hop:0}'], []),
    })
    .map(({ status, sharing, methods, headers: allowedHeaders, maxAge, location }) => ({
      status,
      headers: [
        ...sharing,
        ...toFields('Access-Control-Allow-Methods', methods),
        ...toFields('Access-Control-Allow-Headers', allowedHeaders),
        ...toFields('Access-Control-Max-Age', maxAge),
        ...(status >= 300 && status < 400 ? toFields('Location', location) : []),
      ],
    }))
}

/** A server need not list these methods, and some do. */
const safelistedMethodFields: fc.Arbitrary<FieldValues> = oneOfFields([], ['GET, HEAD, POST'], ['PUT'], ['*'])

function isSafelisted(method: string): boolean {
  return ['GET', 'HEAD', 'POST'].includes(method)
}

/** The names that can stand in a list. */
function namesOf(headers: TrialRequest['headers']): readonly string[] {
  return [...new Set(headers.map(([name]) => name.toLowerCase()))].filter((name) => /^[!-~]+$/.test(name))
}
