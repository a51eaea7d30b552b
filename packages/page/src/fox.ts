import { type Markup, renderMarkup, trust } from './markup.ts'

/** The sign of the house. */
export const fox: Markup = trust(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true"><path fill="#b8591a" d="M3 3l8 6h10l8-6-1 13-7 9h-10l-7-9z"/><path fill="#f7e7d3" d="M4 16l8 1 4 6 4-6 8-1-7 9-5 5-5-5z"/><path fill="#231d16" d="M10 14.5l3.5 1.2-2.6 1.3zM22 14.5l-3.5 1.2 2.6 1.3zM14 26h4l-2 3z"/></svg>',
)

/** The same as an address, for the icon of a page. */
export const foxAddress = `data:image/svg+xml,${encodeURIComponent(renderMarkup(fox))}`
