import { html, type Markup, shape, type SignName, signWords } from '@corsac/page'
import type { ScoreboardSubject } from '../scoreboard-report.ts'
import { formatAddress, type Opened, type View } from './address.ts'
import { openerId } from './opener-id.ts'
import { summarizeTally, type Tally } from './tally.ts'

/** Shows in a cell what came of some cases: how many were passed, and what is to be looked at first. */
export function tallyCell(subject: ScoreboardSubject, tally: Tally, attributes: Markup): Markup {
  const standing = standingOf(subject)
  if (standing !== null) return cellLink(standing, null, signWords[standing], attributes)
  const { applying, count, passed, sign: name } = summarizeTally(tally)
  const fraction = applying === 0 ? null : `${passed}/${applying}`
  const text = name === 'passed' || applying === 0 ? signWords[name] : `${count} ${signWords[name]}`
  return cellLink(name, fraction, text, attributes)
}

function cellLink(name: SignName, fraction: string | null, text: string, attributes: Markup): Markup {
  const figure = fraction === null ? null : html`<b>${fraction}</b>`
  return html`<a class="cell" data-sign="${name}" ${attributes}>${shape(name)}${figure} <span>${text}</span></a>`
}

/** What stands in all cells of an implementation of which there are no results. */
export function standingOf({ broken, notRun }: ScoreboardSubject): SignName | null {
  if (notRun !== undefined) return 'not-run'
  return broken === undefined ? null : 'no-answer'
}

/** The attributes of a link that opens something, or closes it where it is open. */
export function toggle(view: View, opened: Opened, id: string = openerId(opened)): Markup {
  const isOpen = view.opened?.subject === opened.subject && view.opened.suite === opened.suite
  const address = formatAddress({ ...view, opened: isOpen ? null : opened })
  return html`id="${id}" href="${address}" aria-expanded="${isOpen ? 'true' : 'false'}"`
}
