/**
 * Finds an element that the page has.
 *
 * @throws {Error} if it has none
 */
export function find(selector: string): HTMLElement {
  const [element] = findAll(selector, HTMLElement)
  if (element === undefined) throw new Error(`The page has no ${selector}.`)
  return element
}

/** Finds the elements of a kind. */
export function findAll<T extends Element>(selector: string, kind: new () => T): readonly T[] {
  return [...document.querySelectorAll(selector)].filter((element): element is T => element instanceof kind)
}
