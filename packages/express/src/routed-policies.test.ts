import { createServer } from 'node:http'
import { describeRoutedPolicies, routedPolicies, type RoutedServer } from '@corsac/binding-exam'
import { listen } from '@corsac/test-kit'
import express5, { type RequestHandler } from 'express'
import express4 from 'express-4'
import { cors } from './cors.ts'

function named(name: string): RequestHandler {
  return (_, response) => {
    response.set('x-route', name).send(name)
  }
}

/** Express has no options of routes: policies are mounted on paths, the closest first, so that it is the outermost. */
function serve(express: typeof express5): Promise<RoutedServer> {
  const app = express()
  app.all(
    '/private',
    cors(() => null),
  )
  app.all('/api/public/:name', cors(routedPolicies.public))
  app.all('/api/:name', cors(routedPolicies.own))
  app.use(cors(routedPolicies.default))
  app.get('/api/public/:name', named('public'))
  app.get('/api/:name', named('own'))
  app.get('/private', named('private'))
  // What Express answers to a path that it cannot decode goes to the console otherwise.
  app.set('env', 'test')
  return listen(createServer(app))
}

describeRoutedPolicies('Express 5', () => serve(express5))
describeRoutedPolicies('Express 4', () => serve(express4))
