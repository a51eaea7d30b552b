import { formatCellAddress } from './cell-address.ts'
import type { CellRun } from './cell-run.ts'
import { element } from './element.ts'

/** The one line that says how everything went. */
export interface Verdict {
  readonly element: HTMLElement
  readonly show: (runs: readonly CellRun[], state: 'running' | 'stopped' | 'done') => void
}

/** Makes the line; `total` is how many cells there are. */
export function createVerdict(total: number): Verdict {
  const headline = element('p', { class: 'verdict-headline', role: 'status' })
  const detail = element('p', { class: 'verdict-detail' })
  const progress = element('progress', { max: String(total), 'aria-label': 'Requests tried' })

  return {
    element: element('div', { class: 'verdict' }, headline, progress, detail),
    show: (runs, state) => {
      const surprises = runs.filter((run) => !run.isExpected)
      progress.value = runs.length
      progress.hidden = state !== 'running'
      headline.textContent =
        state === 'running'
          ? `Running: ${runs.length} of ${total}`
          : `${runs.length - surprises.length} of ${total} as expected${state === 'stopped' ? ', then stopped' : ''}`
      headline.dataset.surprise = String(surprises.length > 0)
      detail.replaceChildren(...(surprises.length > 0 ? listSurprises(surprises) : [describe(runs)]))
    },
  }
}

function describe(runs: readonly CellRun[]): string {
  const shared = runs.filter(({ outcome }) => outcome === 'readable').length
  const withheld = runs.length - shared
  return `${shared} answers shared, ${withheld} withheld because the policy says so: a cell that is blocked on purpose is the policy at work.`
}

function listSurprises(surprises: readonly CellRun[]): readonly (Node | string)[] {
  return [
    'Look at: ',
    ...surprises.flatMap(({ server, scenario }, index) => [
      index === 0 ? '' : ', ',
      element(
        'a',
        { href: formatCellAddress({ serverId: server.id, scenarioId: scenario.id }) },
        `${server.name}, ${scenario.title}`,
      ),
    ]),
  ]
}
