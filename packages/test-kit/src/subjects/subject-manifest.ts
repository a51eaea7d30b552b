import subjectSchema from '../../schemas/subject.schema.json' with { type: 'json' }
import type { CommandSubjectOptions } from './command-subject.ts'
import { createSchemaParser, type Parsed } from '../exam/schema-parser.ts'

/**
 * A subject as a file describes it: what {@link CommandSubjectOptions} are in JSON, `cwd` being relative to the file.
 *
 * Its JSON Schema is `@corsac/test-kit/subject.schema.json`.
 */
export interface SubjectManifest extends CommandSubjectOptions {
  /** Where the schema is, for editors. */
  readonly $schema?: string
}

const parse = createSchemaParser<SubjectManifest>(subjectSchema)

/** Reads a manifest, or names everything that is wrong with it. */
export function parseSubjectManifest(input: unknown): Parsed<SubjectManifest> {
  return parse(input)
}
