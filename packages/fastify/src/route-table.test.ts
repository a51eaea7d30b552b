import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { fastify as fastifyLatest, type FastifyServerOptions } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { describe, expect, it } from 'vitest'
import type { AnnouncedRoute } from './route-announcements.ts'
import { createRouteTable } from './route-table.ts'

const urls = [
  '/',
  '/items',
  '/items/:id',
  '/items/special',
  '/items/:id/parts/:part',
  '/files/*',
  '/files/:name/meta',
  '/near/:lat-:lng/radius/:r',
  '/at/:hour(^\\d{2})h:minute(^\\d{2})m',
  '/image/:file(^\\d+).png',
  '/optional/:id?',
  '/colon::verb',
  '/UPPER/:Name',
  '/*',
]
const paths = [
  '/',
  '/items',
  '/items/',
  '//items',
  '/ITEMS',
  '/items?x=/items/1',
  '/items;x',
  '/items/1',
  '/items/special',
  '/items/Special',
  '/items/sp%65cial',
  '/items/a%2Fb',
  '/items/1/parts/2',
  '/items/1/parts/',
  '/items/1/other',
  '/files/a/b/c',
  '/files/a/meta',
  '/near/1-2/radius/3',
  '/near/1/radius/3',
  '/at/08h24m',
  '/at/8h24m',
  '/image/12.png',
  '/image/x.png',
  '/optional',
  '/optional/7',
  '/colon:verb',
  '/upper/x',
  '/UPPER/x',
  `/items/${'x'.repeat(101)}`,
  `/items/${'x'.repeat(11)}`,
  '/nowhere/at/all',
  'http://api.example/items/1',
]
const optionSets: Record<string, FastifyServerOptions> = {
  'as it is': {},
  'without regard to case': { caseSensitive: false },
  'without regard to slashes': { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
  'with semicolons and short parameters': { useSemicolonDelimiter: true, maxParamLength: 10 },
}

describe.each([
  ['5', fastifyLatest],
  ['5.0', fastifyFloor],
])('createRouteTable on Fastify %s', (_, fastify) => {
  describe.each(Object.entries(optionSets))('that routes %s', (__, options) => {
    it('finds the route that serves the request', async () => {
      const app = fastify(options)
      const routes: AnnouncedRoute[] = []
      app.addHook('onRoute', function (route) {
        routes.push({ scope: this, url: route.url, isPrefixRoot: route.routePath === '', options: route })
      })
      for (const url of urls) app.put(url, (request) => request.routeOptions.url)
      await app.ready()
      const table = createRouteTable(app, routes)
      for (const path of paths) {
        const { statusCode, body } = await app.inject({ method: 'PUT', url: path })
        const request = new IncomingMessage(new Socket())
        request.url = path.replace('http://api.example', '')
        const found = table.find(request, 'PUT').map(({ url }) => url)
        expect([path, found]).toEqual([path, statusCode === 200 ? [body] : []])
        expect(table.find(request, 'DELETE')).toEqual([])
      }
    })
  })

  it('finds nothing for a method that is none', async () => {
    const app = fastify()
    await app.ready()
    const table = createRouteTable(app, [])
    const request = new IncomingMessage(new Socket())
    for (const method of ['', 'put', 'constructor', '__proto__', '('.repeat(9)])
      expect(table.find(request, method)).toEqual([])
  })
})
