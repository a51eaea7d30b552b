import type { Endpoints } from './endpoints.ts'
import type { AppRequest, AppResponse } from './exchange.ts'
import type { QuestionId } from './question-id.ts'
import {
  hasHeader,
  hasStatus,
  holds,
  isEmpty,
  isHandled,
  isUnshared,
  lacksHeader,
  listsOnce,
  type ResponseCheck,
} from './response-checks.ts'

/** One request, and what must come of it. */
export interface Question {
  readonly request: AppRequest
  readonly checks: readonly ResponseCheck[]
  /** What the application must have seen of the request; not said where it does not matter. */
  readonly seen?: 'nothing' | `${string} /${string}`
}

/** The origin that every app shares with, by the same policy. */
const APP_ORIGIN = 'https://app.example'
const OTHER_ORIGIN = 'https://evil.example'

const isAllowed = hasHeader('access-control-allow-origin', APP_ORIGIN)
const varies = listsOnce('vary', 'Origin')
const isShared: ResponseCheck = (response: AppResponse) =>
  [isAllowed, hasHeader('access-control-allow-credentials', 'true'), varies].flatMap((check) => check(response))

/** What an app is asked, by where it serves what. */
export function questionsFor({
  paths,
  statuses,
  writeBody,
  writeMethod,
}: Endpoints): Readonly<Record<QuestionId, Question>> {
  const fromApp = { origin: APP_ORIGIN }
  const asked = { 'access-control-request-method': writeMethod, 'access-control-request-headers': 'content-type' }
  const hasItems = holds('apple', 'pear')
  return {
    read: {
      request: { method: 'GET', path: paths.read, headers: fromApp },
      checks: [
        hasStatus(200),
        isShared,
        hasHeader('access-control-expose-headers', 'x-total'),
        listsOnce('vary', 'Accept'),
        hasHeader('x-total', '2'),
        hasItems,
      ],
    },
    // What the handler itself has set, such as `Access-Control-Allow-Origin: *`, must be gone.
    stray: {
      request: { method: 'GET', path: paths.read, headers: { origin: OTHER_ORIGIN } },
      checks: [hasStatus(200), isUnshared, varies, listsOnce('vary', 'Accept'), hasItems],
    },
    refused: {
      request: { method: 'GET', path: paths.stream, headers: { origin: OTHER_ORIGIN } },
      checks: [hasStatus(200), isUnshared, varies],
    },
    'without-origin': {
      request: { method: 'GET', path: paths.stream, headers: {} },
      checks: [hasStatus(200), lacksHeader('access-control-allow-origin'), varies],
    },
    preflight: {
      request: { method: 'OPTIONS', path: paths.write, headers: { ...fromApp, ...asked } },
      checks: [
        hasStatus(204),
        isShared,
        listsOnce('access-control-allow-methods', 'PUT'),
        listsOnce('access-control-allow-headers', 'content-type'),
      ],
      seen: 'nothing',
    },
    'preflight-refused': {
      request: { method: 'OPTIONS', path: paths.write, headers: { origin: OTHER_ORIGIN, ...asked } },
      checks: [hasStatus(403), isUnshared, varies],
      seen: 'nothing',
    },
    'preflight-missing': {
      request: { method: 'OPTIONS', path: paths.missing, headers: { ...fromApp, ...asked } },
      checks: [hasStatus(204), isShared],
      seen: 'nothing',
    },
    write: {
      request: {
        method: writeMethod,
        path: paths.write,
        headers: { ...fromApp, 'content-type': 'application/json' },
        body: JSON.stringify(writeBody),
      },
      checks: [hasStatus(200), isShared],
      seen: `${writeMethod} ${pathnameOf(paths.write)}`,
    },
    fail: {
      request: { method: 'GET', path: paths.fail, headers: fromApp },
      checks: [hasStatus(statuses.fail), isShared],
    },
    missing: {
      request: { method: 'GET', path: paths.missing, headers: fromApp },
      checks: [hasStatus(statuses.missing), isShared],
    },
    stream: {
      request: { method: 'GET', path: paths.stream, headers: fromApp },
      checks: [hasStatus(200), isShared, lacksHeader('content-length'), holds('first', 'second')],
    },
    head: {
      request: { method: 'HEAD', path: paths.read, headers: fromApp },
      checks: [hasStatus(200), isShared, isEmpty],
    },
    options: {
      request: { method: 'OPTIONS', path: paths.read, headers: fromApp },
      checks: [isHandled, isShared],
    },
  }
}

/** The path without its query, and with the `/` at its start that every path has. */
export function pathnameOf(path: string): `/${string}` {
  return `/${(path.split('?')[0] ?? '').slice(1)}`
}
