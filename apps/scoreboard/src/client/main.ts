import '@corsac/page/page.css'
import { renderMarkup } from '@corsac/page'
import './page.css'
import { formatAddress, type Opened, parseAddress, type View } from '../page/address.ts'
import { boardTable } from '../page/board-table.ts'
import { openerId } from '../page/opener-id.ts'
import { unpack } from '../page/packing.ts'
import { isScoreboardReport } from '../page/report-format.ts'
import { indexReport, type ReportIndex } from '../page/report-index.ts'
import type { ScoreboardReport } from '../scoreboard-report.ts'
import { find, findAll } from './element.ts'
import { moveByArrow } from './move-by-arrow.ts'

const TITLE = document.title

start(indexReport(await readReport()))

/** Reads the report that stands in the page, packed and compressed. */
async function readReport(): Promise<ScoreboardReport> {
  const bytes = Uint8Array.from(atob(find('#report').textContent), (character) => character.charCodeAt(0))
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const report = unpack(await new Response(text).json())
  if (!isScoreboardReport(report)) throw new TypeError('The page has no report of its own version.')
  return report
}

/** Shows what the address says, now and whenever it changes. */
function start(index: ReportIndex): void {
  const { subjects } = index.report
  const board = find('#board')
  const boxes = findAll('.subjects input', HTMLInputElement)
  let view: View | null = null

  function show(): void {
    const before = view
    const { unknown, view: next } = parseAddress(location.hash, index)
    view = next
    const place = holdPlace(board)
    board.innerHTML = renderMarkup(boardTable(index, next))
    board.style.setProperty('--head', `${find('thead').offsetHeight}px`)
    document.title = [...findAll('#opened', HTMLElement).map(({ textContent }) => textContent), TITLE].join(' – ')
    showControls(next)
    showNotice(next, unknown)
    place(next.opened ?? before?.opened ?? null)
  }

  function showControls(next: View): void {
    for (const link of findAll('.kinds a', HTMLAnchorElement)) {
      const kind = parseAddress(`#?kind=${link.dataset.kind ?? ''}`, index).view.kind
      // What is open may have no case of the other kind.
      link.href = formatAddress({ ...next, kind, opened: null })
      if (kind === next.kind) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    for (const box of boxes) box.checked = next.only?.includes(box.value) ?? true
    find('#chosen').textContent =
      next.only === null ? `all ${subjects.length}` : `${next.only.length} of ${subjects.length}`
  }

  function choose(only: readonly string[]): void {
    if (view === null) return
    const { opened } = view
    const isHidden = opened?.subject != null && !only.includes(opened.subject)
    location.hash = formatAddress({
      ...view,
      only: only.length === subjects.length ? null : only,
      opened: isHidden ? null : opened,
    })
  }

  addEventListener('hashchange', show)
  find('.subjects').addEventListener('change', () => {
    choose(boxes.filter(({ checked }) => checked).map(({ value }) => value))
  })
  find('#choose-all').addEventListener('click', () => {
    choose(subjects.map(({ id }) => id))
  })
  find('#choose-none').addEventListener('click', () => {
    choose([])
  })
  board.addEventListener('keydown', moveByArrow)
  find('#unscripted').hidden = true
  find('.controls').hidden = false
  show()
}

function showNotice({ only }: View, unknown: readonly string[]): void {
  const texts = [
    ...(unknown.length === 0 ? [] : [`The address names what this scoreboard does not have: ${unknown.join(', ')}.`]),
    ...(only?.length === 0 ? ['No implementation is chosen: choose some above.'] : []),
  ]
  const notice = find('#notice')
  notice.hidden = texts.length === 0
  notice.textContent = texts.join(' ')
}

/**
 * Remembers what has the focus, and returns what gives it back once the table has been made anew: what was selected
 * stays where it was on the screen, and what it opened comes into view.
 */
function holdPlace(board: HTMLElement): (opened: Opened | null) => void {
  const focused = document.activeElement
  const id = focused !== null && board.contains(focused) ? focused.id : null
  const top = focused?.getBoundingClientRect().top ?? 0
  return (opened) => {
    const same = id === null || id === '' ? null : document.getElementById(id)
    if (same !== null) {
      same.focus({ preventScroll: true })
      scrollBy(0, same.getBoundingClientRect().top - top)
      document.getElementById('opened')?.scrollIntoView({ block: 'nearest' })
      return
    }
    const opener = opened === null ? null : document.getElementById(openerId(opened))
    opener?.scrollIntoView({ block: 'start', inline: 'nearest' })
    // The link that was selected is gone with what it stood in.
    if (id !== null) opener?.focus({ preventScroll: true })
  }
}
