import caseSchema from '../../schemas/case.schema.json' with { type: 'json' }
import type { CasePolicy } from './exam-policy.ts'
import { createSchemaParser, type Parsed } from './schema-parser.ts'

const parse = createSchemaParser<CasePolicy>({ ...caseSchema.$defs.assignment, $defs: caseSchema.$defs })

/** Reads a policy as a file has it, where keys may be left out, or names everything that is wrong with it. */
export function parseCasePolicy(input: unknown): Parsed<CasePolicy> {
  return parse(input)
}
