import { setTimeout } from 'node:timers/promises'
import { os } from '@orpc/server'
import type { ResponseHeadersPluginContext } from '@orpc/server/plugins'

/** The requests that reached the application. */
const seen: string[] = []

interface Context extends ResponseHeadersPluginContext {
  readonly request: Request
}

const procedure = os.$context<Context>().use(({ context: { request }, next }) => {
  seen.push(`${request.method} ${new URL(request.url).pathname}`)
  return next()
})

export const router = {
  items: procedure.route({ method: 'GET', path: '/items' }).handler(({ context: { resHeaders } }) => {
    resHeaders?.set('vary', 'Accept')
    resHeaders?.set('x-total', '2')
    resHeaders?.set('access-control-allow-origin', '*')
    return ['apple', 'pear']
  }),
  saveItem: procedure.route({ method: 'PUT', path: '/items' }).handler(() => ['apple', 'pear']),
  fail: procedure.route({ method: 'GET', path: '/fail' }).handler(() => {
    throw new Error('broken')
  }),
  stream: procedure.route({ method: 'GET', path: '/stream' }).handler(async function* () {
    yield 'first'
    await setTimeout(50)
    yield 'second'
  }),
  seen: procedure.route({ method: 'GET', path: '/seen' }).handler(() => seen),
}
