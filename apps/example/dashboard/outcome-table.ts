import type { ApiServer } from '../src/example-description.ts'
import { type CellAddress, formatCellAddress } from './cell-address.ts'
import type { CellRun } from './cell-run.ts'
import { element } from './element.ts'
import { exchangePanel } from './exchange-panel.ts'
import { outcomeSign, outcomeWord } from './outcome.ts'
import { type Scenario, scenarioGroups, scenarios } from './scenario.ts'

/** The table of outcomes: a row for each server, a column for each scenario. */
export interface OutcomeTable {
  readonly element: HTMLTableElement
  /** Says whether the scenarios are still running. */
  readonly setState: (state: 'running' | 'stopped' | 'done') => void
  /** Shows what came of a cell; `null` while that is not known. */
  readonly show: (address: CellAddress, run: CellRun | null) => void
  /** Opens a cell in place and closes the one that is open; `null` closes only. */
  readonly open: (address: CellAddress | null) => void
}

interface Cell {
  readonly address: CellAddress
  readonly element: HTMLTableCellElement
  readonly button: HTMLButtonElement
  readonly scenario: Scenario
  readonly column: number
  run: CellRun | null
}

const PANEL_ID = 'exchange'

/**
 * Makes the table with nothing in its cells.
 *
 * @param onToggle Hears of the cell that is to be opened, or of `null` where the open one is to be closed.
 */
export function createOutcomeTable(
  servers: readonly ApiServer[],
  onToggle: (address: CellAddress | null) => void,
): OutcomeTable {
  const cells = new Map<string, Cell>()
  let opened: Cell | null = null
  const panel = element('td', { role: 'cell', colspan: String(scenarios.length + 1), id: PANEL_ID })
  const panelRow = element('tr', { role: 'row', class: 'exchange-row' }, panel)

  const table = element(
    'table',
    { role: 'table', id: 'outcomes', class: 'outcomes', 'data-state': 'running' },
    element('caption', {}, 'What your browser made of each request. Open a cell to see what went over the wire.'),
    tableHead(),
  )
  for (const server of servers) {
    const row = element('tr', { role: 'row' }, serverHead(server))
    for (const [column, scenario] of scenarios.entries()) {
      const cell = createCell({ serverId: server.id, scenarioId: scenario.id }, scenario, column)
      cell.button.addEventListener('click', () => {
        onToggle(opened === cell ? null : cell.address)
      })
      cells.set(formatCellAddress(cell.address), cell)
      row.append(cell.element)
    }
    table.append(element('tbody', { role: 'rowgroup' }, row))
  }
  table.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeOpened()
  })

  /** The focus goes back to where it was when the cell was opened. */
  function closeOpened(): void {
    if (opened === null) return
    opened.button.focus()
    onToggle(null)
  }

  function fillPanel({ run }: Cell): void {
    panel.replaceChildren(
      run === null ? element('p', { class: 'waiting' }, 'Not run yet …') : exchangePanel(run, closeOpened),
    )
  }

  return {
    element: table,
    setState: (state) => {
      table.dataset.state = state
    },
    show: (address, run) => {
      const cell = cells.get(formatCellAddress(address))
      if (cell === undefined) return
      cell.run = run
      fillCell(cell)
      if (cell === opened) fillPanel(cell)
    },
    open: (address) => {
      opened?.button.setAttribute('aria-expanded', 'false')
      opened = (address && cells.get(formatCellAddress(address))) ?? null
      if (opened === null) {
        panelRow.remove()
        return
      }
      opened.button.setAttribute('aria-expanded', 'true')
      panelRow.style.setProperty('--column', String(opened.column))
      fillPanel(opened)
      opened.element.closest('tr')?.after(panelRow)
    },
  }
}

function tableHead(): HTMLElement {
  return element(
    'thead',
    { role: 'rowgroup' },
    element(
      'tr',
      { role: 'row' },
      element('th', { role: 'columnheader', scope: 'col', rowspan: '2' }, 'Server'),
      ...scenarioGroups.map(({ title, scenarios }) =>
        element('th', { role: 'columnheader', scope: 'colgroup', colspan: String(scenarios.length) }, title),
      ),
    ),
    element(
      'tr',
      { role: 'row' },
      ...scenarios.map(({ title }) => element('th', { role: 'columnheader', scope: 'col' }, title)),
    ),
  )
}

function serverHead({ name, binding, framework, origin }: ApiServer): HTMLElement {
  return element(
    'th',
    { role: 'rowheader', scope: 'row' },
    element('span', { class: 'server-name' }, name),
    element('code', {}, binding),
    element('span', { class: 'server-detail' }, framework),
    element('span', { class: 'server-detail' }, new URL(origin).host),
  )
}

function createCell(address: CellAddress, scenario: Scenario, column: number): Cell {
  const button = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': PANEL_ID })
  const cell: Cell = {
    address,
    element: element(
      'td',
      {
        role: 'cell',
        style: `--column: ${column}`,
        'data-server': address.serverId,
        'data-scenario': address.scenarioId,
        'data-expected': scenario.expected,
      },
      button,
    ),
    button,
    scenario,
    column,
    run: null,
  }
  fillCell(cell)
  return cell
}

function fillCell({ element: cell, button, scenario, run }: Cell): void {
  cell.dataset.outcome = run?.outcome ?? 'pending'
  cell.dataset.surprise = String(run?.isExpected === false)
  const title = element('span', { class: 'cell-title' }, scenario.title)
  if (run === null) {
    button.replaceChildren(title, element('span', { class: 'pending' }, '…'))
    return
  }
  const note = run.isExpected ? 'as expected' : `expected: ${outcomeWord(scenario.expected)}`
  button.replaceChildren(title, outcomeSign(run.outcome), element('span', { class: 'cell-note' }, note))
}
