import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RawResponse, rawRequest } from './raw-request.ts'

const DEFAULT = 'https://default.example'
const OWN = 'https://own.example'
const ORIGINS = [DEFAULT, OWN, 'https://evil.example']

/** What the routes of the application say of CORS; each tells its name in the header `x-route`. */
export const routedPolicies = {
  /** Of everything else. */
  default: { allowOrigins: [DEFAULT] },
  /** Of `GET /api/public/:name`. */
  public: { allowOrigins: ['*'] },
  /** Of `GET /api/:name`. */
  own: { allowOrigins: [OWN] },
  /** Of `GET /private`. */
  private: false,
} as const

/** Ways to write a path that a router may read in another way than whoever looks for its policy. */
const PATHS = [
  ...['/api/public/x', '/api/x', '/private', '/nowhere', '/'],
  ...['/api/%2e%2e/private', '/api/../private', '/api/public/..%2f..%2fprivate', '/api/public/%2e%2e', '/./private'],
  ...['/API/x', '/api/PUBLIC/x', '/PRIVATE', '/Api/Public/x'],
  ...[
    '/api/a+b',
    '/api/a%2Bb',
    '/api/a b'.replace(' ', '%20'),
    '/api/%61',
    '/%61pi/x',
    '/%70rivate',
    '/api/%70ublic/x',
  ],
  ...['/api//x', '//api/x', '/api/public//x', '//private', '/api/public/', '/api/', '/api', '/private/', '/api/x/'],
  ...['/api/public%2fx', '/api/public%2Fx', '/api/public%5cx', '/api/public\\x', '/api\\public\\x'],
  ...['/api/x;/public/y', '/private;x', '/api/public;x/y', '/private?/api/public/x', '/api/x?y=/private', '/private?'],
  ...[
    '/private#/api/public/x',
    '/api/public/x%00',
    '/private%00',
    '/private%20',
    '/private%',
    '/api/%zz',
    '/api/%c0%ae',
  ],
  ...['/api/public/:name', '/api/:name', '/api/*', '/*', '/api/public/__proto__', '/__proto__', '/api/constructor'],
  ...[`/api/${'x'.repeat(5000)}`, `/api/public/${'/'.repeat(2000)}x`, `${'/..'.repeat(200)}/private`],
]

/** A server whose application has the routes of {@link routedPolicies}. */
export interface RoutedServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Asks for paths that are written in ways on which routers differ, and holds a binding to the policy of the route that the
 * framework has really served, and its preflights to the same.
 */
export function describeRoutedPolicies(name: string, serve: () => Promise<RoutedServer>): void {
  describe(`${name}: the policy is that of the route which is served`, () => {
    const started: RoutedServer[] = []
    beforeAll(async () => {
      started.push(await serve())
    })
    afterAll(async () => {
      for (const { close } of started) await close()
    })

    function ask(method: string, path: string, headers: readonly (readonly [string, string])[]): Promise<RawResponse> {
      const [server] = started
      if (server === undefined) throw new Error('The application was not started')
      return rawRequest(server.url, method, path, headers)
    }

    it('has all three routes', async () => {
      for (const [path, route] of [
        ['/api/public/x', 'public'],
        ['/api/x', 'own'],
        ['/private', 'private'],
      ] as const)
        expect(fieldsOf(await ask('GET', path, []), 'x-route')).toEqual([route])
    })

    describe.each(['GET', 'HEAD'])('%s', (method) => {
      it.each(PATHS.map((path) => [path.length > 60 ? `${path.slice(0, 60)}…` : path, path]))('%s', async (_, path) => {
        for (const origin of ORIGINS) {
          const response = await ask(method, path, [['Origin', origin]])
          const [route] = fieldsOf(response, 'x-route')
          const shared = sharedBy(route, origin)
          const allowed = sharedWith(response, origin)
          // What has no route may be refused before any policy is asked, but never be shared with more than the policy says.
          if (route !== undefined || allowed.length > 0)
            expect([route, origin, allowed]).toEqual([route, origin, shared])
          const preflight = await ask('OPTIONS', path, [
            ['Origin', origin],
            ['Access-Control-Request-Method', method],
          ])
          const passes = preflight.status < 300 ? sharedWith(preflight, origin) : []
          if (route !== undefined) expect([route, origin, passes]).toEqual([route, origin, shared])
        }
      })
    })
  })
}

/** The values of `Access-Control-Allow-Origin` that a route's policy gives an origin. */
function sharedBy(route: string | undefined, origin: string): readonly string[] {
  if (route === 'public') return ['*']
  if (route === 'own') return origin === OWN ? [OWN] : []
  if (route === 'private') return []
  return origin === DEFAULT ? [DEFAULT] : []
}

/** The values of `Access-Control-Allow-Origin` that let a page read; with one origin only, a policy names it to everybody. */
function sharedWith(response: RawResponse, origin: string): readonly string[] {
  return fieldsOf(response, 'access-control-allow-origin').filter((value) => value === '*' || value === origin)
}

function fieldsOf({ headers }: RawResponse, wanted: string): readonly string[] {
  return headers.filter(([name]) => name === wanted).map(([, value]) => value)
}
