/**
 * What validation libraries agreed on, so that forms, routers and settings loaders take a schema from any of them.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Input, Output> {
  /** Everything of the agreement, out of the way of what an editor completes. */
  readonly '~standard': {
    readonly version: 1
    /** Who made the schema. */
    readonly vendor: string
    /** Validates anything; it neither throws nor waits. */
    readonly validate: (value: unknown) => StandardSchemaResult<Output>
    /** Nothing at run time: it carries the types. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What the validation of a value came to: the value, or what is wrong with it. */
export type StandardSchemaResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly StandardSchemaIssue[] }

/** One thing that is wrong with a value. */
export interface StandardSchemaIssue {
  /** What is wrong, and what to write instead. */
  readonly message: string
  /** The keys and indices that lead to it; empty for the value as a whole. */
  readonly path: readonly PropertyKey[]
}
