import { describe, expectTypeOf, it } from 'vitest'
import { createCorsFetch } from './cors-fetch.ts'

describe('createCorsFetch', () => {
  it('makes what may stand wherever the platform has its fetch', () => {
    expectTypeOf(createCorsFetch).returns.toEqualTypeOf<typeof globalThis.fetch>()
    globalThis.fetch = createCorsFetch({ origin: 'https://app.example' })
  })

  it('needs the origin of the page', () => {
    // @ts-expect-error -- there is no page without one
    createCorsFetch({})
    // @ts-expect-error -- no such engine
    createCorsFetch({ origin: 'https://app.example', engine: 'trident' })
  })
})
