import { type Grouping, groupingNames, groupings } from '../src/penguin.ts'

/** Which penguins are plotted, and which server gives them. */
export interface PenguinSelection {
  readonly serverId: string
  readonly filter: Readonly<Partial<Record<Grouping, string>>>
}

/** Reads a selection from the query of the dashboard's own address; what it does not know it leaves out. */
export function parsePenguinSelection(search: string, serverIds: readonly string[]): PenguinSelection {
  const parameters = new URLSearchParams(search)
  const filter: Partial<Record<Grouping, string>> = {}
  for (const name of groupingNames) {
    const value = groupings[name].find((known) => known === parameters.get(name))
    if (value !== undefined) filter[name] = value
  }
  const serverId = serverIds.find((id) => id === parameters.get('server')) ?? serverIds[0] ?? ''
  return { serverId, filter }
}

/** Writes a selection as the query of the dashboard's own address. */
export function formatPenguinSelection({ serverId, filter }: PenguinSelection): string {
  return `?${new URLSearchParams({ server: serverId, ...filter }).toString()}`
}
