import type { ApiServer } from '../src/example-description.ts'
import type { Penguin } from '../src/penguin.ts'
import { element } from './element.ts'
import type { LoadedPenguins, SpeciesSummary } from './load-penguins.ts'
import { plotPenguins } from './penguin-plot.ts'

/** Fills the figure with what was loaded, or with why there is nothing to see. */
export function showPenguins(figure: HTMLElement, { name }: ApiServer, loaded: LoadedPenguins): void {
  const request = element('p', { class: 'request-line' }, element('code', {}, `GET ${loaded.url}`))
  if (!loaded.ok) {
    figure.replaceChildren(request, element('p', { class: 'notice', role: 'alert' }, `${name}: ${loaded.problem}`))
    figure.dataset.state = 'failed'
    return
  }
  const { penguins, summaries, totalCount } = loaded
  figure.dataset.state = penguins.length === 0 ? 'empty' : 'done'
  figure.dataset.count = String(penguins.length)
  if (penguins.length === 0) {
    figure.replaceChildren(
      request,
      element('p', { class: 'notice' }, 'No penguin is like that: choose "all" in one of the filters.'),
    )
    return
  }
  const plotted = penguins.filter(({ flipperLength, bodyMass }) => flipperLength !== null && bodyMass !== null)
  const unmeasured = penguins.length - plotted.length
  figure.replaceChildren(
    responsivePlot(plotted),
    element(
      'div',
      { class: 'numbers' },
      request,
      summaryTable(summaries),
      element(
        'p',
        {},
        `${plotted.length} plotted${unmeasured === 0 ? '' : `, ${unmeasured} never measured`}; the exposed header `,
        element('code', {}, `x-total-count: ${totalCount ?? '(withheld)'}`),
        '. Point at a mark for its numbers.',
      ),
    ),
  )
}

/** Draws the plot anew whenever its place gets wider or narrower. */
function responsivePlot(penguins: readonly Penguin[]): HTMLElement {
  const place = element('div', { class: 'plot' })
  let drawnWidth = 0
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0)
    if (width === 0 || width === drawnWidth) return
    drawnWidth = width
    place.replaceChildren(plotPenguins(penguins, width))
  }).observe(place)
  return place
}

function summaryTable(summaries: readonly SpeciesSummary[]): HTMLElement {
  return element(
    'table',
    {},
    element('caption', {}, 'Means by species, from the same server'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['Species', 'Penguins', 'Flipper', 'Mass'].map((title) => element('th', { scope: 'col' }, title)),
      ),
    ),
    element(
      'tbody',
      {},
      ...summaries.map(({ species, count, flipperLength, bodyMass }) =>
        element(
          'tr',
          { 'data-species': species },
          element('th', { scope: 'row' }, species),
          element('td', {}, String(count)),
          element('td', {}, flipperLength === null ? 'none' : `${flipperLength} mm`),
          element('td', {}, bodyMass === null ? 'none' : `${bodyMass} g`),
        ),
      ),
    ),
  )
}
