import { describe, expect, it } from 'vitest'
import { createCors } from './create-cors.ts'
import { requireKnownOptions } from './known-options.ts'
import { createRouteCors } from './route-cors.ts'

describe('requireKnownOptions', () => {
  it('takes every option that there is, and none at all', () => {
    expect(() => {
      requireKnownOptions({ debug: true, isPublicSuffix: undefined, onDecision: null, onError: 1, vary: [] })
      requireKnownOptions({})
    }).not.toThrow()
  })

  it.each(['allowOrigins', 'debgu', 'constructor'])('refuses %s, and says where it may belong', (name) => {
    expect(() => {
      requireKnownOptions({ debug: true, [name]: true })
    }).toThrow(
      new TypeError(
        `"${name}" is not an option: write it into the configuration, the first argument, if it belongs there; the options beside it are debug, isPublicSuffix, onDecision, onError, vary`,
      ),
    )
  })

  it.each([createCors, createRouteCors])('is asked by %o', (create) => {
    const callWithMistake: (...input: never) => unknown = create
    const call = () => Reflect.apply(callWithMistake, undefined, [{}, { allowOrigins: ['https://a.example'] }])
    expect(call).toThrow(/^"allowOrigins" is not an option/)
  })
})
