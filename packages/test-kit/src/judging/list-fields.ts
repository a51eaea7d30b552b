import { listMembers } from './header-fields.ts'

/** The fields whose values are lists, by whether case matters in them. */
const LIST_FIELDS: ReadonlyMap<string, 'case-sensitive' | 'case-insensitive'> = new Map([
  ['access-control-allow-methods', 'case-sensitive'],
  ['access-control-allow-headers', 'case-insensitive'],
  ['access-control-expose-headers', 'case-insensitive'],
  ['timing-allow-origin', 'case-sensitive'],
  ['allow', 'case-sensitive'],
  ['vary', 'case-insensitive'],
])

/** Tells whether the value of a field is a list in which neither order nor repetition mean anything. */
export function isListField(name: string): boolean {
  return LIST_FIELDS.has(name)
}

/** Lists the members of list-valued field lines, in lower case where case does not matter in them. */
export function membersOf(name: string, lines: readonly string[]): readonly string[] {
  const members = listMembers(lines)
  return LIST_FIELDS.get(name) === 'case-sensitive' ? members : members.map((member) => member.toLowerCase())
}
