import { splitList } from './split-list.ts'

/**
 * Splits the text of an environment variable, such as `https://a.example, https://b.example`, into a list for
 * `allowOrigins`. Commas and white space separate; empty elements and duplicates are dropped.
 *
 * A missing or blank text gives an empty list, which `definePolicy` refuses: it never comes to mean every origin. Whether
 * the elements are origins is for `definePolicy` to say, too.
 */
export function parseOriginList(text: string | undefined): readonly string[] {
  // What reads a configuration may give `null`, whatever its types say.
  if (typeof text !== 'string') return []
  return [...new Set(splitList(text))]
}
