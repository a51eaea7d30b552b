import { html, type Markup, trust } from '@corsac/page'
import { plot, type PlotOptions } from '@observablehq/plot'
import { DOMParser } from 'linkedom'

const document = new DOMParser().parseFromString('<!doctype html><html><body></body></html>', 'text/html')

/**
 * Draws a plot as an image that needs no script and no style of its own, so that it follows the colours of the page.
 *
 * @param label What it shows, for those who do not see it.
 */
export function renderPlot(label: string, options: PlotOptions): Markup {
  const drawn: unknown = plot({ ...options, document })
  const svg = String(drawn)
    // The page has its style: one that stands in an image would have to be allowed by its hash.
    .replaceAll(/<style>[^<]*<\/style>/g, '')
    // An image has no parts to those who do not see it.
    .replaceAll(/ aria-(?:label|hidden)="[^"]*"/g, '')
    .replaceAll(/\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100))
  return html`<svg role="img" aria-label="${label}" ${trust(svg.replace(/^<svg /, ''))}`
}
