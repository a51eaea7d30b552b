import type { ApiServer } from '../src/example-description.ts'
import { groupingNames, groupings } from '../src/penguin.ts'
import { element } from './element.ts'
import { loadPenguins } from './load-penguins.ts'
import { showPenguins } from './penguin-figure.ts'
import { formatPenguinSelection, parsePenguinSelection, type PenguinSelection } from './penguin-selection.ts'

/** Makes the part of the page that plots what a server gives, and loads the first plot. */
export function createPenguinSection(servers: readonly ApiServer[]): HTMLElement {
  let selection = parsePenguinSelection(
    location.search,
    servers.map(({ id }) => id),
  )
  const figure = element('div', { class: 'penguin-figure', 'data-state': 'loading', 'aria-live': 'polite' })
  let latestLoad = 0

  async function load(): Promise<void> {
    const server = servers.find(({ id }) => id === selection.serverId)
    if (server === undefined) return
    const ordinal = ++latestLoad
    figure.dataset.state = 'loading'
    const result = await loadPenguins(server, selection.filter)
    // The filter may have changed twice while the first answer was on its way.
    if (ordinal === latestLoad) showPenguins(figure, server, result)
  }

  function select(change: Partial<PenguinSelection>): void {
    selection = { ...selection, ...change }
    history.replaceState(null, '', formatPenguinSelection(selection) + location.hash)
    void load()
  }

  const serverPicker = picker(
    'Server',
    servers.map(({ id, name, binding }) => [id, `${name} (${binding})`]),
    selection.serverId,
    (serverId) => {
      select({ serverId })
    },
  )
  const filterPickers = groupingNames.map((name) =>
    picker(
      name.charAt(0).toUpperCase() + name.slice(1),
      [['', 'all'], ...groupings[name].map((value): [string, string] => [value, value])],
      selection.filter[name] ?? '',
      (value) => {
        const others = Object.entries(selection.filter).filter(([other]) => other !== name)
        select({ filter: Object.fromEntries(value === '' ? others : [...others, [name, value]]) })
      },
    ),
  )

  void load()
  return element(
    'section',
    { 'aria-labelledby': 'penguins-title' },
    element('h2', { id: 'penguins-title' }, 'Penguins from another origin'),
    element('form', { class: 'pickers' }, serverPicker, ...filterPickers),
    figure,
  )
}

function picker(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  onPick: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    { name: label.toLowerCase() },
    ...options.map(([option, text]) => element('option', { value: option, selected: option === value }, text)),
  )
  select.addEventListener('change', () => {
    onPick(select.value)
  })
  return element('label', {}, label, select)
}
