import type { Outcome } from '@corsac/user-agent'
import { type CaseOutcome, outcomeSigns } from './case-outcome.ts'
import { html, type Markup } from './markup.ts'

/** What a sign stands for: the outcome of a case, or that of an exchange in a browser. */
export type SignName = CaseOutcome | Outcome

/** The shapes as paths in a square of 16: not every system's fonts have their characters. */
const SHAPES: Readonly<Record<SignName, string>> = {
  passed: 'M2.5 8.5 6.5 12.5 13.5 4',
  failed: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5',
  warned: 'M8 2.5 8 9.5M8 12.9 8 13',
  differs: 'M3 6 13 6M3 10 13 10M10.5 2.5 5.5 13.5',
  'not-applicable': 'M3 8 13 8',
  'no-answer': 'M9.5 1.5 5 8.8 11 7.2 6.5 14.5',
  'not-examined': 'M5.2 5.6A2.8 2.8 0 1 1 8 8.4L8 10M8 12.9 8 13',
  readable: 'M2.5 8.5 6.5 12.5 13.5 4',
  blocked: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5',
  'preflight-refused': 'M8 1.8A6.2 6.2 0 1 1 8 14.2 6.2 6.2 0 1 1 8 1.8M3.8 12.2 12.2 3.8',
  opaque: 'M3 8 13 8',
  'transport-error': 'M9.5 1.5 5 8.8 11 7.2 6.5 14.5',
}

const WORDS: Readonly<Record<Outcome, string>> = {
  readable: 'readable',
  blocked: 'blocked',
  'preflight-refused': 'preflight refused',
  opaque: 'opaque',
  'transport-error': 'no response',
}

/** The shapes, to be in the page once. */
export function signShapes(): Markup {
  const symbols = Object.entries(SHAPES).map(
    ([name, path]) => html`<symbol id="sign-${name}" viewBox="0 0 16 16"><path d="${path}" /></symbol>`,
  )
  return html`<svg class="shapes" aria-hidden="true">${symbols}</svg>`
}

/** Shows the outcome of a case as a shape and a word. */
export function outcomeSign(outcome: CaseOutcome): Markup {
  return sign(outcome, outcomeSigns[outcome].word)
}

/** Shows how often an outcome was met. */
export function countSign(outcome: CaseOutcome, count: number): Markup {
  return sign(outcome, `${count} ${outcomeSigns[outcome].word}`)
}

/** Shows the outcome of an exchange in a browser as a shape and a word. */
export function exchangeSign(outcome: Outcome): Markup {
  return sign(outcome, WORDS[outcome])
}

function sign(name: SignName, text: string): Markup {
  return html`<span class="sign" data-sign="${name}"
    ><svg aria-hidden="true"><use href="#sign-${name}" /></svg>${text}</span
  >`
}
