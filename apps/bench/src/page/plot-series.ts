import { html, type Markup, trust } from '@corsac/page'
import type { Kind } from '../frameworks/framework-bench.ts'

/** The shapes that tell series apart, beside their colours. */
export type PlotSymbol = 'circle' | 'triangle' | 'square' | 'diamond'

/** What is told apart in a plot. */
export interface PlotSeries {
  readonly color: string
  readonly symbol: PlotSymbol
}

/** Who does CORS, alike in every plot. */
export const kindSeries: Readonly<Record<Kind, PlotSeries>> = {
  bare: { color: 'var(--color-text-muted)', symbol: 'diamond' },
  inline: { color: 'var(--color-series-2)', symbol: 'triangle' },
  peer: { color: 'var(--color-series-3)', symbol: 'square' },
  corsac: { color: 'var(--color-series-1)', symbol: 'circle' },
}

const SYMBOLS: Readonly<Record<PlotSymbol, string>> = {
  circle: '<circle cx="8" cy="8" r="4.5" />',
  triangle: '<path d="M8 2.5 13.5 12.5 2.5 12.5Z" />',
  square: '<path d="M4 4H12V12H4Z" />',
  diamond: '<path d="M8 1.5 12.5 8 8 14.5 3.5 8Z" />',
}

/** The mark of a series with its name, for the legend of a plot. */
export function seriesKey({ color, symbol }: PlotSeries, name: string): Markup {
  return html`<span class="key"
    ><svg viewBox="0 0 16 16" fill="${color}" aria-hidden="true">${trust(SYMBOLS[symbol])}</svg>${name}</span
  >`
}

/** The mark of a value up to which a figure passes. */
export function limitKey(name: string): Markup {
  return html`<span class="key"
    ><svg viewBox="0 0 16 16" class="limit" aria-hidden="true"><path d="M8 2V14" /></svg>${name}</span
  >`
}

/** The mark of a value that does not count. */
export function voidKey(name: string): Markup {
  return html`<span class="key"
    ><svg viewBox="0 0 16 16" class="void" aria-hidden="true"><path d="M4 4 12 12M12 4 4 12" /></svg>${name}</span
  >`
}

/** The mark of a value up to which a curve passes. */
export function curveLimitKey(name: string): Markup {
  return html`<span class="key"
    ><svg viewBox="0 0 16 16" class="limit" aria-hidden="true"><path d="M0 8H6M10 8H16" /></svg>${name}</span
  >`
}

/** The mark of one value of many. */
export function ringKey(name: string): Markup {
  return html`<span class="key"
    ><svg viewBox="0 0 16 16" class="ring" aria-hidden="true"><circle cx="8" cy="8" r="4" /></svg>${name}</span
  >`
}
