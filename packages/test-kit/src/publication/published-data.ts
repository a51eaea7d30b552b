import { conformanceCases } from '../cases/conformance-suites.ts'
import { examEndpoints } from '../exam/exam-endpoints.ts'

/** The data that the package publishes for examiners and subjects in other languages, by the name of the file. */
export const publishedData: Readonly<Record<string, readonly unknown[]>> = {
  'cases.json': conformanceCases,
  'endpoints.json': examEndpoints,
}

/** Writes data as JSON with one member on each line, so that a change of one case is a change of one line. */
export function serializeData(members: readonly unknown[]): string {
  return `[\n${members.map((member) => JSON.stringify(member)).join(',\n')}\n]\n`
}
