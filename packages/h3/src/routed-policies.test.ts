import { createServer, type Server } from 'node:http'
import { describeRoutedPolicies, routedPolicies, type RoutedServer } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import { H3, type H3Event } from 'h3'
import { H3 as H3Floor } from 'h3-floor'
import { toNodeHandler as toNodeHandlerFloor } from 'h3-floor/node'
import { toNodeHandler } from 'h3/node'
import { cors } from './cors.ts'
import { serveWeb } from './serve-web.testing.ts'

function named(name: string): (event: H3Event) => string {
  return ({ res }) => {
    res.headers.set('x-route', name)
    return name
  }
}

function create(createH3: typeof H3, where: 'meta' | 'rules'): H3 {
  const { default: around, own, private: closed, public: open } = routedPolicies
  const meta = (option: (typeof routedPolicies)[keyof typeof routedPolicies]) =>
    where === 'meta' ? { meta: { cors: option } } : {}
  const routeRules = { '/api/public/:name': open, '/api/:name': own, '/private': closed }
  return new createH3({ silent: true })
    .use(cors(around, where === 'rules' ? { routeRules } : {}))
    .get('/api/public/:name', named('public'), meta(open))
    .get('/api/:name', named('own'), meta(own))
    .get('/private', named('private'), meta(closed))
}

function serve(server: Server): Promise<RoutedServer> {
  return listen(server)
}

for (const where of ['meta', 'rules'] as const) {
  describeRoutedPolicies(`h3 2 on Node, by ${where}`, () => serve(createServer(toNodeHandler(create(H3, where)))))
  describeRoutedPolicies(`h3 2.0.1 on Node, by ${where}`, () =>
    serve(createServer(toNodeHandlerFloor(create(H3Floor, where)))),
  )
  describeRoutedPolicies(`h3 2 with plain requests, by ${where}`, () => {
    const app = create(H3, where)
    return serve(serveWeb((request) => app.fetch(request)))
  })
}
