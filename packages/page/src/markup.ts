import { escape } from 'html-escaper'

const MARKUP = Symbol('markup')

/** HTML that is to be taken as it is; no JSON can hold it. */
export interface Markup {
  readonly [MARKUP]: string
}

/** What can stand in a template: text, which is escaped, markup, or nothing. */
export type Content = string | number | null | Markup | readonly Markup[]

/** Makes HTML of a template. Text in it is escaped, for elements and for quoted attributes. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const texts = template.map((text) => text.replaceAll(/\s*\n\s*/g, ' '))
  return trust(texts.reduce((before, after, index) => before + render(contents[index - 1] ?? null) + after))
}

/** Takes a text that we have written ourselves for HTML. */
export function trust(text: string): Markup {
  return { [MARKUP]: text }
}

/** Writes markup down. */
export function renderMarkup(markup: Markup): string {
  return markup[MARKUP]
}

function render(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'string') return escape(content)
  if (typeof content === 'number') return String(content)
  if (MARKUP in content) return content[MARKUP]
  return content.map(render).join('')
}
