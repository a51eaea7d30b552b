import { describeRoutedPolicies, routedPolicies, type RoutedServer } from '@corsac/binding-exam'
import { type Context, Elysia } from 'elysia'
import { Elysia as ElysiaFloor } from 'elysia-floor'
import { cors } from './cors.ts'
import { serve as serveApp } from './serve.testing.ts'

function named(name: string): (context: Pick<Context, 'set'>) => string {
  return ({ set }) => {
    set.headers['x-route'] = name
    return name
  }
}

function serve(createElysia: typeof Elysia, aot: boolean): Promise<RoutedServer> {
  return serveApp(createElysia, aot, (app) =>
    app
      .use(cors(routedPolicies.default))
      .get('/api/public/:name', named('public'), { cors: routedPolicies.public })
      .get('/api/:name', named('own'), { cors: routedPolicies.own })
      .get('/private', named('private'), { cors: routedPolicies.private }),
  )
}

describeRoutedPolicies('Elysia 1.4', () => serve(Elysia, true))
describeRoutedPolicies('Elysia 1.4, not compiled', () => serve(Elysia, false))
describeRoutedPolicies('Elysia 1.4.4', () => serve(ElysiaFloor, true))
