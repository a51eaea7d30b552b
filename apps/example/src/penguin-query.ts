import { type Grouping, groupingNames, groupings } from './penguin.ts'
import type { PenguinFilter } from './penguin-table.ts'

/** What `GET /penguins` is asked for: which rows, and whether they are summed up. */
export interface PenguinQuery {
  readonly filter: PenguinFilter
  readonly aggregate: Grouping | null
}

/** What comes of reading a query: the query, or what is wrong with it. */
export type PenguinQueryResult =
  { readonly ok: true; readonly query: PenguinQuery } | { readonly ok: false; readonly error: string }

/** `exchange` is not for the table: by it the dashboard finds again what went over the wire. */
const PARAMETERS: readonly string[] = [...groupingNames, 'aggregate', 'exchange']

/** Reads the query of `GET /penguins`; a name or a value that is not known is refused rather than ignored. */
export function parsePenguinQuery(parameters: URLSearchParams): PenguinQueryResult {
  const unknown = [...parameters.keys()].find((name) => !PARAMETERS.includes(name))
  if (unknown !== undefined) return refuse(`There is no parameter "${unknown}"`, PARAMETERS)

  const filter: PenguinFilter = {}
  for (const name of groupingNames) {
    const [value, ...others] = parameters.getAll(name)
    if (value === undefined) continue
    if (others.length > 0) return { ok: false, error: `"${name}" is given ${others.length + 1} times: give it once` }
    if (!isOneOf(value, groupings[name])) return refuse(`"${name}" is "${value}"`, groupings[name])
    filter[name] = value
  }

  const aggregate = parameters.get('aggregate')
  if (aggregate === null) return { ok: true, query: { filter, aggregate } }
  const grouping = groupingNames.find((name) => name === aggregate)
  if (grouping === undefined) return refuse(`"aggregate" is "${aggregate}"`, groupingNames)
  return { ok: true, query: { filter, aggregate: grouping } }
}

function isOneOf(value: string, values: readonly string[]): boolean {
  return values.includes(value)
}

function refuse(problem: string, choices: readonly string[]): PenguinQueryResult {
  return { ok: false, error: `${problem}: choose one of ${choices.join(', ')}` }
}
