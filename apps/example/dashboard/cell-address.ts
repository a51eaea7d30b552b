/** Names a cell of the table. */
export interface CellAddress {
  readonly serverId: string
  readonly scenarioId: string
}

/** Reads the address of a cell from the fragment of a URL, such as `#express/put`; `null` where it is another. */
export function parseCellAddress(fragment: string): CellAddress | null {
  const [, serverId, scenarioId] = /^#([\w-]+)\/([\w-]+)$/.exec(fragment) ?? []
  return serverId === undefined || scenarioId === undefined ? null : { serverId, scenarioId }
}

/** Writes the address of a cell as the fragment of a URL. */
export function formatCellAddress({ serverId, scenarioId }: CellAddress): string {
  return `#${serverId}/${scenarioId}`
}
