import { describe, expectTypeOf, it } from 'vitest'
import type { CorsConfig } from './cors-config.ts'
import { corsConfigSchema } from './cors-config-schema.ts'
import type { CorsPolicy } from './cors-policy.ts'

/** What a library that takes schemas asks of them, with everything that a schema may leave out. */
interface AnySchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> },
    ) => Result<Output> | Promise<Result<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}
type Result<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
      }[]
    }
type InputOf<Schema extends AnySchema> = NonNullable<Schema['~standard']['types']>['input']
type OutputOf<Schema extends AnySchema> = NonNullable<Schema['~standard']['types']>['output']

describe('the schema of a configuration', () => {
  it('is what libraries take', () => {
    expectTypeOf(corsConfigSchema).toExtend<AnySchema<CorsConfig, CorsPolicy>>()
    expectTypeOf(corsConfigSchema).toExtend<AnySchema>()
  })

  it('carries the configuration in and the policy out', () => {
    expectTypeOf<InputOf<typeof corsConfigSchema>>().toEqualTypeOf<CorsConfig>()
    expectTypeOf<OutputOf<typeof corsConfigSchema>>().toEqualTypeOf<CorsPolicy>()
  })
})
