/** What an element may contain. */
export type Child = Node | string

/**
 * Makes an element.
 *
 * Children are nodes and text, never markup: headers and bodies that came over the wire are shown as they are.
 *
 * @param attributes An attribute that is `false` is left out, one that is `true` is there without a value.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(attribute, value === true ? '' : value)
  }
  made.append(...children)
  return made
}

/** Finds an element of the page by its selector. */
export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`The page has no ${selector}`)
  return found
}
