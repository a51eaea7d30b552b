/**
 * Adds request-header names to the value of a `Vary` field.
 *
 * Members that are there already, in any case, are not repeated, and `*` stays alone: it covers them all.
 *
 * @param current The value that the response has, several lines joined with a comma; `null` where it has none.
 * @param names The names to add.
 * @returns The value to set; empty where there is nothing to vary on.
 * @see https://httpwg.org/specs/rfc9110.html#field.vary
 */
export function mergeVary(current: string | null, names: readonly string[]): string {
  // Joining costs more than everything else, and there is rarely more than one name.
  if (current === null) return names.length === 1 ? String(names[0]) : names.join(', ')

  const members = new Map<string, string>()
  for (const member of [...current.split(','), ...names]) {
    const name = member.trim()
    if (name === '*') return '*'
    if (name !== '' && !members.has(name.toLowerCase())) members.set(name.toLowerCase(), name)
  }
  return [...members.values()].join(', ')
}
