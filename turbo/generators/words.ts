/** Joins the words of a package's name for a variable: `itty-router` gives `ittyRouter`. */
export function toCamelCase(name: string): string {
  return name.replaceAll(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
}

/** Joins the words of a package's name for a type: `itty-router` gives `IttyRouter`. */
export function toPascalCase(name: string): string {
  const joined = toCamelCase(name)
  return joined.slice(0, 1).toUpperCase() + joined.slice(1)
}

/** Finds the version that a range begins with, which is the oldest that is supported; `undefined` where it has none. */
export function floorOf(range: string): string | undefined {
  return /^\s*[\^~]?(\d+\.\d+\.\d+)(?![\d.])/.exec(range)?.[1]
}

/** Finds the name by which an application's factory is imported: `{ Hono }` gives `Hono`. */
export function identifierOf(factory: string): string {
  return factory.replaceAll(/[{}\s]/g, '')
}
