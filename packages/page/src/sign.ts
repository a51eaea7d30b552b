import { html, type Markup } from './markup.ts'

const CHECK = 'M2.5 8.5 6.5 12.5 13.5 4'
const CROSS = 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5'
const DASH = 'M3 8 13 8'
const BOLT = 'M9.5 1.5 5 8.8 11 7.2 6.5 14.5'
const QUESTION = 'M5.2 5.6A2.8 2.8 0 1 1 8 8.4L8 10M8 12.9 8 13'
const CLOCK = 'M8 1.8A6.2 6.2 0 1 1 8 14.2 6.2 6.2 0 1 1 8 1.8M8 4.6 8 8.2 10.6 9.8'

/** The shapes as paths in a square of 16: not every system's fonts have their characters. */
const SHAPES = {
  passed: CHECK,
  failed: CROSS,
  warned: 'M8 2.5 8 9.5M8 12.9 8 13',
  differs: 'M3 6 13 6M3 10 13 10M10.5 2.5 5.5 13.5',
  'not-applicable': DASH,
  'no-answer': BOLT,
  'not-examined': QUESTION,
  withheld: 'M3.8 7.4 12.2 7.4 12.2 13.6 3.8 13.6ZM5.4 7.2 5.4 5A2.6 2.6 0 0 1 10.6 5L10.6 7.2',
  'not-run': 'M8 2.2A5.8 5.8 0 1 1 8 13.8 5.8 5.8 0 1 1 8 2.2',
  readable: CHECK,
  blocked: CROSS,
  'preflight-refused': 'M8 1.8A6.2 6.2 0 1 1 8 14.2 6.2 6.2 0 1 1 8 1.8M3.8 12.2 12.2 3.8',
  opaque: DASH,
  'transport-error': BOLT,
  newest: CHECK,
  outdated: CLOCK,
  distribution: CLOCK,
  workspace: 'M2.5 8 8 3 13.5 8M4.2 6.8 4.2 13 11.8 13 11.8 6.8',
  unknown: QUESTION,
} as const

/** What a sign stands for: an outcome, why there is none, or how old a release is. */
export type SignName = keyof typeof SHAPES

/** Every sign by the word that stands with it where a page has no other. */
export const signWords: Readonly<Record<SignName, string>> = {
  passed: 'passed',
  failed: 'failed',
  warned: 'to improve',
  differs: 'differs',
  'not-applicable': 'not applicable',
  'no-answer': 'no answer',
  'not-examined': 'not examined',
  withheld: 'withheld',
  'not-run': 'not run',
  readable: 'readable',
  blocked: 'blocked',
  'preflight-refused': 'preflight refused',
  opaque: 'opaque',
  'transport-error': 'no response',
  newest: 'newest',
  outdated: 'outdated',
  distribution: 'old, frozen',
  workspace: 'unreleased',
  unknown: 'age unknown',
}

/** The shapes, to be in the page once. */
export function signShapes(): Markup {
  const symbols = Object.entries(SHAPES).map(
    ([name, path]) => html`<symbol id="sign-${name}" viewBox="0 0 16 16"><path d="${path}" /></symbol>`,
  )
  return html`<svg class="shapes" aria-hidden="true">${symbols}</svg>`
}

/** Shows a sign as its shape and its word, or with a text that says the same. */
export function sign(name: SignName, text: string = signWords[name]): Markup {
  return html`<span class="sign" data-sign="${name}">${shape(name)}<span>${text}</span></span>`
}

/** The shape of a sign alone, where its word stands beside. */
export function shape(name: SignName): Markup {
  return html`<svg aria-hidden="true"><use href="#sign-${name}" /></svg>`
}
