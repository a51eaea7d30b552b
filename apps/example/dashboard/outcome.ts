import { element } from './element.ts'

/** How a request ends for the page that made it. */
export type CellOutcome = 'readable' | 'blocked' | 'preflight-refused' | 'not-applicable'

interface OutcomeSign {
  readonly word: string
  /** The shape as a path in a square of 16. */
  readonly shape: string
}

const SIGNS: Readonly<Record<CellOutcome, OutcomeSign>> = {
  readable: { word: 'readable', shape: 'M2.5 8.5 6.5 12.5 13.5 4' },
  blocked: { word: 'blocked', shape: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5' },
  'preflight-refused': {
    word: 'preflight refused',
    shape: 'M8 1.8A6.2 6.2 0 1 1 8 14.2 6.2 6.2 0 1 1 8 1.8M3.8 12.2 12.2 3.8',
  },
  'not-applicable': { word: 'not applicable', shape: 'M3 8 13 8' },
}

/** Shows an outcome as a shape and a word. */
export function outcomeSign(outcome: CellOutcome): HTMLElement {
  const { word, shape } = SIGNS[outcome]
  return element('span', { class: 'outcome', 'data-sign': outcome }, drawShape(shape), element('span', {}, word))
}

/** Names an outcome in a sentence. */
export function outcomeWord(outcome: CellOutcome): string {
  return SIGNS[outcome].word
}

/** The shapes are drawn, because not every system's fonts have their characters. */
function drawShape(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
