import { conformanceSuites } from '../cases/conformance-suites.ts'
import type { Catches } from './examine-mutants.ts'
import { mutants } from './mutants.ts'

/**
 * Writes down, for each case, a mutant that it catches: of all that it does, the one that the fewest others catch.
 */
export function formatCatches(catches: Catches): string {
  const frequency = new Map(mutants.map(({ id }) => [id, 0]))
  for (const caught of catches.values()) for (const id of caught) frequency.set(id, (frequency.get(id) ?? 0) + 1)
  const rarest = (caught: readonly string[]) =>
    [...caught].sort((one, other) => (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0))[0] ?? '–'
  const tables = conformanceSuites.flatMap(({ cases, title }) => [
    `## ${title}`,
    '',
    '| case | kind | a mutant that it catches | of |',
    '| --- | --- | --- | ---: |',
    ...cases.map(({ id, kind }) => {
      const caught = catches.get(id) ?? []
      return `| \`${id}\` | ${kind} | \`${rarest(caught)}\` | ${caught.length} |`
    }),
    '',
  ])
  return [
    '# What the cases catch',
    '',
    'The examiner is examined with servers that are wrong on purpose, in one point each. This table names for each case one of',
    'those that it catches, the one that the fewest other cases catch, and how many it catches in all. It is written by',
    '`npm run data`; a test fails where it is not up to date, where a case catches nothing, and where a mutant is not caught.',
    '',
    ...tables,
    '## The mutants',
    '',
    '| mutant | what it does wrong | caught by |',
    '| --- | --- | ---: |',
    ...mutants.map(({ fault, id }) => `| \`${id}\` | ${fault.replaceAll('|', '\\|')} | ${frequency.get(id) ?? 0} |`),
    '',
  ].join('\n')
}
