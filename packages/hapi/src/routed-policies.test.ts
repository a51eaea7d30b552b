import { describeRoutedPolicies, routedPolicies, type RoutedServer } from '@corsac/binding-exam'
import { type ResponseToolkit, server as createServer21, type ServerOptions } from '@hapi/hapi'
import { server as createServer21Floor } from 'hapi-floor'
import { cors } from './cors.ts'

async function serve(createServer: typeof createServer21, options: ServerOptions = {}): Promise<RoutedServer> {
  const server = createServer({ host: '127.0.0.1', port: 0, debug: false, ...options })
  await server.register(cors(routedPolicies.default))
  const named = (name: string) => (_: unknown, h: ResponseToolkit) => h.response(name).header('x-route', name)
  for (const [path, name, corsac] of [
    ['/api/public/{name}', 'public', routedPolicies.public],
    ['/api/{name}', 'own', routedPolicies.own],
    ['/private', 'private', routedPolicies.private],
  ] as const)
    server.route({ method: 'GET', path, handler: named(name), options: { plugins: { corsac } } })
  await server.start()
  return { url: server.info.uri, close: () => server.stop({ timeout: 0 }) }
}

describeRoutedPolicies('hapi 21', () => serve(createServer21))
describeRoutedPolicies('hapi 21.0', () => serve(createServer21Floor))
describeRoutedPolicies('hapi 21, lenient in every way', () =>
  serve(createServer21, { router: { isCaseSensitive: false, stripTrailingSlash: true } }),
)
