import type { IncomingMessage } from 'node:http'
import type { H3Event as H3EventOf2 } from 'h3'
import { createApp, createRouter, type H3Event as H3EventOf1, lazyEventHandler } from 'h3-1'
import { describe, expectTypeOf, it } from 'vitest'
import { cors } from './cors.ts'
import type { EventOfV1, NodeEvent } from './h3-event.ts'

describe('the types of cors for h3 1', () => {
  it('know the event of h3 1, and do without it where another version is installed', () => {
    expectTypeOf<EventOfV1<H3EventOf1>>().toEqualTypeOf<H3EventOf1>()
    expectTypeOf<EventOfV1<H3EventOf2>>().toEqualTypeOf<NodeEvent>()
    expectTypeOf<H3EventOf1>().toExtend<NodeEvent>()
  })

  it('give pickers and hooks an event, unasked', () => {
    cors((head, { node, path }) => {
      expectTypeOf(head.origin).toEqualTypeOf<string | null>()
      expectTypeOf(node.req).toEqualTypeOf<IncomingMessage>()
      expectTypeOf(path).toBeString()
      return null
    })
    cors({}, { onError: (_, { method }) => expectTypeOf(method).toBeString() })
  })

  it('make an event handler that h3 1 takes anywhere', () => {
    createApp()
      .use(cors())
      .use('/api', cors({ allowOrigins: ['https://a.example'] }))
      .use(lazyEventHandler(() => Promise.resolve(cors())))
    createRouter().use('/**', cors({ allowOrigins: (origin) => Promise.resolve(origin.length > 9) }))
  })

  it('do not compile with a key that is none, or a value of another type', () => {
    // @ts-expect-error -- the key is allowOrigins
    cors({ origin: '*' })
    // @ts-expect-error -- a trailing slash
    cors({ allowOrigins: ['https://a.example/'] })
    // @ts-expect-error -- what a missing environment variable is
    cors({ allowOrigins: undefined })
  })
})
