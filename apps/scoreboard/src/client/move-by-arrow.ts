const MOVES: ReadonlyMap<string, readonly [right: number, down: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
])

/** Moves the focus from a cell of the table to its neighbour: there are hundreds, too many to reach by tabulator. */
export function moveByArrow(event: KeyboardEvent): void {
  const move = MOVES.get(event.key)
  const isOfCell =
    event.target instanceof HTMLAnchorElement && event.target.matches('.board > * > tr > * > a, .board th a')
  if (move === undefined || !isOfCell || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const neighbour = findNeighbour(event.target, move)
  if (neighbour === null) return
  event.preventDefault()
  neighbour.focus()
}

function findNeighbour(link: Element, [right, down]: readonly [number, number]): HTMLElement | null {
  const cell = link.closest('th, td')
  const rows = [...document.querySelectorAll('.board > * > tr:not(.platforms, .opened)')]
  const row = cell?.parentElement ?? null
  if (cell === null || row === null) return null
  // The row of names has no head of its own.
  const columnOf = (each: Element) =>
    [...(each.parentElement?.children ?? [])].indexOf(each) + offsetOf(each.parentElement)
  const target = rows[rows.indexOf(row) + down]
  const column = columnOf(cell) + right
  const neighbour = target?.children[column - offsetOf(target)]?.querySelector('a')
  return neighbour ?? null
}

function offsetOf(row: Element | null): number {
  return row?.closest('thead') == null ? 0 : 1
}
