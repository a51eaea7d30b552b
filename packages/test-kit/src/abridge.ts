const SHOWN_CHARACTERS = 120

/** Shortens a value that nobody would read to its end. */
export function abridge(value: string): string {
  if (value.length <= SHOWN_CHARACTERS) return value
  return `${value.slice(0, SHOWN_CHARACTERS)}… (${value.length} characters)`
}
