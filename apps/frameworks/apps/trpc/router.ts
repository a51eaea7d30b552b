import { setTimeout } from 'node:timers/promises'
import { initTRPC } from '@trpc/server'
import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch'

/** The requests that reached the application. */
const seen: string[] = []

export function createContext({ req, resHeaders }: FetchCreateContextFnOptions) {
  seen.push(`${req.method} ${new URL(req.url).pathname}`)
  return { resHeaders }
}

const { procedure, router } = initTRPC.context<typeof createContext>().create()

export const appRouter = router({
  items: procedure.query(({ ctx }) => {
    ctx.resHeaders.set('vary', 'Accept')
    ctx.resHeaders.set('x-total', '2')
    ctx.resHeaders.set('access-control-allow-origin', '*')
    return ['apple', 'pear']
  }),
  saveItem: procedure.mutation(() => ['apple', 'pear']),
  fail: procedure.query(() => {
    throw new Error('broken')
  }),
  stream: procedure.subscription(async function* () {
    yield 'first'
    await setTimeout(50)
    yield 'second'
  }),
  seen: procedure.query(() => seen),
})
