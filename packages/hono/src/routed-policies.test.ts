import { createServer } from 'node:http'
import { describeRoutedPolicies, routedPolicies, type RoutedServer } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { Hono as HonoFloor } from 'hono-floor'
import { cors } from './cors.ts'

function named(name: string): (c: Context) => Response {
  return (c) => {
    c.header('x-route', name)
    return c.text(name)
  }
}

/** Hono has no options of routes: policies are mounted on paths, the closest first, so that it is the outermost. */
function serve(createHono: typeof Hono): Promise<RoutedServer> {
  const app = new createHono()
    .use(
      '/private',
      cors(() => null),
    )
    .use('/api/public/:name', cors(routedPolicies.public))
    .use('/api/:name', cors(routedPolicies.own))
    .use(cors(routedPolicies.default))
    .get('/api/public/:name', named('public'))
    .get('/api/:name', named('own'))
    .get('/private', named('private'))
  const handleRequest = getRequestListener(app.fetch)
  return listen(createServer((request, response) => void handleRequest(request, response)))
}

describeRoutedPolicies('Hono 4', () => serve(Hono))
describeRoutedPolicies('Hono 4.0', () => serve(HonoFloor))
