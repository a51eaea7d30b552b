import type { CorsConfigIssue } from './cors-config-issue.ts'

/** Writes the path of an entry of a list, as one would write it in code. */
export function entryPath(list: string, index: number): string {
  return `${list}[${index}]`
}

/** Takes the path of an issue apart: nothing for the whole configuration, a key, or a key and an index. */
export function issuePath({
  code,
  path,
}: CorsConfigIssue): readonly [] | readonly [key: string] | readonly [list: string, index: number] {
  // A key that is none may contain anything, brackets included.
  if (code === 'key-unknown') return [path]
  if (path === '') return []
  const bracket = path.indexOf('[')
  return bracket < 0 ? [path] : [path.slice(0, bracket), Number(path.slice(bracket + 1, -1))]
}

/** Orders issues as the configuration has its keys and lists; those of keys that it leaves out come last. */
export function inOrderOf(keys: Iterable<string>, issues: readonly CorsConfigIssue[]): CorsConfigIssue[] {
  const order = new Map([...keys].map((key, index) => [key, index]))
  const rank = (issue: CorsConfigIssue) => {
    const [key = '', index = -1] = issuePath(issue)
    return { issue, key: order.get(key) ?? order.size, index }
  }
  return issues
    .map(rank)
    .toSorted((a, b) => a.key - b.key || a.index - b.index)
    .map(({ issue }) => issue)
}
