import { escape } from 'html-escaper'

/** What marks {@link Markup}; no JSON can have it, so that nothing that comes from outside passes for markup. */
const MARKUP = Symbol('markup')

/** HTML that is to be taken as it is. */
export interface Markup {
  readonly [MARKUP]: string
}

/** What can stand in a template: text, which is escaped, or markup. */
export type Content = string | number | Markup | readonly Markup[]

/** Makes HTML of a template. Text in it is escaped, for elements and for quoted attributes. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return trust(template.reduce((before, after, index) => before + render(contents[index - 1]) + after))
}

/** Takes a text that we have written ourselves for HTML. */
export function trust(text: string): Markup {
  return { [MARKUP]: text }
}

/** Writes markup down. */
export function renderMarkup(markup: Markup): string {
  return markup[MARKUP]
}

function render(content: Content = ''): string {
  if (typeof content === 'string') return escape(content)
  if (typeof content === 'number') return String(content)
  if (MARKUP in content) return content[MARKUP]
  return Array.isArray(content) ? content.map(render).join('') : escape(JSON.stringify(content))
}
