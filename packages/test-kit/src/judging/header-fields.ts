import type { HeaderPairs } from '@corsac/user-agent'

/** Lists the values of every field of that name, in order, without white space around them. */
export function fieldLines(headers: HeaderPairs, name: string): readonly string[] {
  return headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => trimWhiteSpace(value))
}

/**
 * Splits list-valued field lines into their members. Empty members are ignored.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1.2
 */
export function listMembers(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => line.split(','))
    .map(trimWhiteSpace)
    .filter((member) => member !== '')
}

/** Lists the members of `Vary`, in lower case and as often as they are there. */
export function varyMembers(headers: HeaderPairs): readonly string[] {
  return listMembers(fieldLines(headers, 'vary')).map((member) => member.toLowerCase())
}

/** Counts the bytes of a header section as HTTP/1.1 writes it, without the status line. */
export function headerBytes(headers: HeaderPairs): number {
  return headers.reduce((bytes, [name, value]) => bytes + name.length + value.length + ': \r\n'.length, 0)
}

/** Removes spaces and tabs at both ends, in a time that grows with the length alone: values come from strangers. */
export function trimWhiteSpace(value: string): string {
  let start = 0
  let end = value.length
  while (start < end && isWhiteSpace(value, start)) start += 1
  while (end > start && isWhiteSpace(value, end - 1)) end -= 1
  return value.slice(start, end)
}

function isWhiteSpace(value: string, index: number): boolean {
  const character = value.charAt(index)
  return character === ' ' || character === '\t'
}
