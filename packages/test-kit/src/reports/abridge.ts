const SHOWN_CHARACTERS = 120

/** Shortens a value that nobody would read to its end. */
export function abridge(value: string, shown = SHOWN_CHARACTERS): string {
  return value.length <= shown ? value : `${value.slice(0, shown)}… (${value.length} characters)`
}
