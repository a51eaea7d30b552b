import type { ApiServer, ExampleDescription } from '../src/example-description.ts'
import { type CellAddress, formatCellAddress, parseCellAddress } from './cell-address.ts'
import { type CellRun, runCell } from './cell-run.ts'
import { element } from './element.ts'
import { createOutcomeTable } from './outcome-table.ts'
import { policyView } from './policy-view.ts'
import { scenarios } from './scenario.ts'
import { createStrangerFrame } from './stranger-frame.ts'
import { createVerdict } from './verdict.ts'

/** The part of the page that tries every scenario with every server. */
export interface OutcomeSection {
  readonly element: HTMLElement
  /** Tries everything, and opens the cell that the page's address names; the element has to be in the document. */
  readonly start: () => void
}

/** Makes the part of the page that tries every scenario with every server. */
export function createOutcomeSection({ servers, strangerOrigin, policy }: ExampleDescription): OutcomeSection {
  const table = createOutcomeTable(servers, navigate)
  const stranger = createStrangerFrame(strangerOrigin)
  const verdict = createVerdict(servers.length * scenarios.length)
  const runButton = element('button', { type: 'button', class: 'primary' })
  let running: AbortController | null = null

  async function runAll(): Promise<void> {
    const controller = new AbortController()
    running = controller
    runButton.textContent = 'Stop'
    table.setState('running')
    const runs: CellRun[] = []
    verdict.show(runs, 'running')
    for (const server of servers)
      for (const { id } of scenarios) table.show({ serverId: server.id, scenarioId: id }, null)
    await Promise.all(servers.map((server) => runServer(server, runs, controller.signal)))
    const state = controller.signal.aborted ? 'stopped' : 'done'
    verdict.show(runs, state)
    table.setState(state)
    runButton.textContent = 'Run again'
    running = null
  }

  async function runServer(server: ApiServer, runs: CellRun[], signal: AbortSignal): Promise<void> {
    for (const scenario of scenarios) {
      const run = await runCell(server, scenario, stranger, signal)
      if (signal.aborted) return
      runs.push(run)
      table.show({ serverId: server.id, scenarioId: scenario.id }, run)
      verdict.show(runs, 'running')
    }
  }

  runButton.addEventListener('click', () => {
    if (running === null) void runAll()
    else running.abort()
  })
  window.addEventListener('hashchange', openAddressed)

  /** Opens the cell that the page's address names, and brings it into view. */
  function openAddressed(): void {
    table.open(parseCellAddress(location.hash))
    table.element.querySelector('[aria-expanded="true"]')?.scrollIntoView()
  }

  /** Opens a cell, and puts its address where it can be copied; without a jump, and without steps in the history. */
  function navigate(address: CellAddress | null): void {
    history.replaceState(null, '', address === null ? location.pathname + location.search : formatCellAddress(address))
    table.open(address)
  }

  const section = element(
    'section',
    { 'aria-labelledby': 'outcomes-title' },
    element('h2', { id: 'outcomes-title' }, 'Who may read what'),
    element(
      'div',
      { class: 'outcomes-bar' },
      element('div', { class: 'outcomes-verdict' }, verdict.element, runButton),
      policyView(policy),
    ),
    table.element,
    element(
      'div',
      { class: 'stranger-box' },
      element('h3', {}, 'The page that is refused'),
      element('p', {}, 'A frame that is really served from another port. It takes its orders from this page.'),
      stranger.element,
    ),
  )
  return {
    element: section,
    start: () => {
      openAddressed()
      void runAll()
    },
  }
}
