import type { HeaderPairs } from '@corsac/user-agent'

/**
 * How the handler of an endpoint makes its response.
 *
 * `respond`: sets status and headers the way the framework's users do, then sends the body. `throw`: throws an error
 * and leaves the answer to the framework's own error path. `stream`: sends every chunk of the body by itself.
 * `write-head`: gives status and headers to the platform in one call, such as `response.writeHead(200, headers)` or
 * `new Response(body, { status, headers })`. `upgrade`: switches to another protocol with exactly these status and
 * headers, and hangs up. `count`: responds with `{ "handled": n }`, and is not counted itself.
 */
export type ExamBehaviour = 'respond' | 'throw' | 'stream' | 'write-head' | 'upgrade' | 'count'

/** An endpoint that every subject serves, whatever the policy. */
export interface ExamEndpoint {
  /** The exact path, without a query. */
  readonly path: string
  /** The methods that it handles. `OPTIONS` is not among them: see {@link ExamEndpoint.ownOptions}. */
  readonly methods: readonly string[]
  readonly behaviour: ExamBehaviour
  /** The status of its response; for `throw`, the status of the framework's own error response. */
  readonly status: number
  /** The headers that the handler sets, names in lower case. */
  readonly headers: HeaderPairs
  /**
   * How the handler gives the `Vary` among its headers. `append`: it adds to what is there, in the way that its framework
   * has for that. `replace`: it sets the header, whatever is there. Absent where it has none, and where the platform is
   * given all headers at once.
   */
  readonly ownVary?: 'append' | 'replace'
  /** The chunks of the response body; empty for none. */
  readonly body: readonly string[]
  /** How the application itself answers an `OPTIONS` request that is not a preflight; absent where it does not. */
  readonly ownOptions?: { readonly status: number; readonly headers: HeaderPairs }
}

const READING = ['GET', 'HEAD']
const ANY_METHOD = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

const JSON_TYPE = ['content-type', 'application/json'] as const
const EXAM_HEADER = ['x-exam', '1'] as const
const ETAG = ['etag', '"exam"'] as const
const JSON_BODY = ['{"exam":1}']

/** What an application says where it, or a server behind it, has a CORS policy of its own. */
const OWN_CORS = [
  ['access-control-allow-origin', 'https://upstream.example'],
  ['access-control-allow-credentials', 'true'],
  ['access-control-expose-headers', 'x-upstream'],
  ['access-control-allow-methods', 'PURGE'],
] as const

/** An endpoint that answers any method with a small JSON document. */
function data(path: string): ExamEndpoint {
  return {
    path,
    methods: ANY_METHOD,
    behaviour: 'respond',
    status: 200,
    headers: [JSON_TYPE, EXAM_HEADER, ETAG],
    body: JSON_BODY,
    ownOptions: {
      status: 200,
      headers: [
        ['allow', [...ANY_METHOD, 'OPTIONS'].join(', ')],
        ['x-own-options', '1'],
      ],
    },
  }
}

/** An endpoint that answers GET and HEAD. */
function reading(path: string, headers: HeaderPairs, rest: Partial<ExamEndpoint> = {}): ExamEndpoint {
  return {
    path,
    methods: READING,
    behaviour: 'respond',
    status: 200,
    headers: [JSON_TYPE, EXAM_HEADER, ...headers],
    body: JSON_BODY,
    ...rest,
  }
}

/** An endpoint that takes POST, or what else `rest` says. */
function writing(
  path: string,
  rest: Pick<ExamEndpoint, 'status' | 'headers' | 'body'> & Partial<ExamEndpoint>,
): ExamEndpoint {
  return { path, methods: ['POST'], behaviour: 'respond', ...rest }
}

/**
 * The endpoints of the exam. A subject registers each of them in its framework's own idiom, counts the requests that
 * reach their handlers, and leaves every other path to the framework's own 404.
 */
export const examEndpoints: readonly ExamEndpoint[] = [
  data('/data'),
  data('/locked'),
  data('/narrow'),
  data('/wide'),
  writing('/created', { status: 201, headers: [JSON_TYPE, ['location', '/data']], body: JSON_BODY }),
  reading('/no-content', [], { status: 204, headers: [EXAM_HEADER], body: [] }),
  reading('/safelisted', [
    ['cache-control', 'max-age=60'],
    ['content-language', 'en'],
    ['expires', 'Thu, 01 Jan 2099 00:00:00 GMT'],
    ['last-modified', 'Thu, 01 Jan 2026 00:00:00 GMT'],
    ['pragma', 'no-cache'],
  ]),
  reading('/error', [], { behaviour: 'throw', status: 500, headers: [], body: [] }),
  reading('/unauthorized', [['www-authenticate', 'Bearer']], { status: 401 }),
  reading('/redirect', [], { status: 302, headers: [['location', '/data']], body: [] }),
  writing('/see-other', { status: 303, headers: [['location', '/data']], body: [] }),
  writing('/moved', { methods: ANY_METHOD, status: 307, headers: [['location', '/data']], body: [] }),
  reading('/not-modified', [], { status: 304, headers: [ETAG], body: [] }),
  reading('/stream', [], {
    behaviour: 'stream',
    headers: [['content-type', 'text/plain'], EXAM_HEADER],
    body: ['one\n', 'two\n', 'three\n'],
  }),
  reading('/own-vary', [['vary', 'Accept-Encoding']], { ownVary: 'append' }),
  reading('/own-vary-replacing', [['vary', 'Accept-Encoding']], { ownVary: 'replace' }),
  reading('/own-vary-origin', [['vary', 'origin']], { ownVary: 'replace' }),
  reading('/own-vary-star', [['vary', '*']], { ownVary: 'replace' }),
  reading('/own-cors', OWN_CORS),
  reading('/own-cors-write-head', OWN_CORS, { behaviour: 'write-head' }),
  reading('/own-cors-star', [['access-control-allow-origin', '*']]),
  reading('/own-timing', [['timing-allow-origin', 'https://upstream.example']]),
  reading('/write-head', [], { behaviour: 'write-head' }),
  reading('/write-head-vary', [['vary', 'Accept']], { behaviour: 'write-head' }),
  {
    path: '/upgrade',
    methods: ['GET'],
    behaviour: 'upgrade',
    status: 101,
    headers: [
      ['connection', 'Upgrade'],
      ['upgrade', 'websocket'],
      ['sec-websocket-accept', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
    ],
    body: [],
  },
  reading('/handled', [], { behaviour: 'count', headers: [JSON_TYPE], body: [] }),
]

/** The path that reports how many requests the application's handlers have had. */
export const examHandledPath = '/handled'

/** A path that no subject serves: the framework's own 404 answers. */
export const examMissingPath = '/missing'
