import type { ReportIssue } from './config-reader.ts'
import { describeValue } from './describe-value.ts'
import { editDistance } from './edit-distance.ts'
import { namesOfKeys, plainName, reasonForNoKey } from './option-elsewhere.ts'

/** Past this many edits two names have nothing to do with each other; nor where more than a third has to change. */
const MAX_EDITS = 2

/** Reports a key that is none, with the one that was meant, or the reason why there is none. */
export function reportUnknownKey(
  key: string,
  value: unknown,
  properties: ReadonlyMap<string, unknown>,
  keys: readonly string[],
  report: ReportIssue,
): void {
  const name = plainName(key)
  const reason = reasonForNoKey(name)
  const meant = reason === null ? findMeantKey(name) : null
  const isFree = meant !== null && !properties.has(meant)
  const advice = reason === null ? adviceFor(meant, isFree, keys) : `: ${reason}`
  const message = `${describeValue(key)} is not a key of a CORS configuration${advice}`
  report({ code: 'key-unknown', path: key, value, message, ...(isFree && { suggestion: meant }) })
}

function adviceFor(meant: string | null, isFree: boolean, keys: readonly string[]): string {
  if (meant === null) return `; the keys are ${keys.join(', ')}`
  return isFree ? `: write ${describeValue(meant)}` : `: leave it out, ${describeValue(meant)} is there too`
}

/** Finds the key that has a name, or one like it, here or elsewhere. */
function findMeantKey(name: string): string | null {
  let nearest: string | null = null
  let fewest = Math.min(MAX_EDITS, Math.floor(name.length / 3)) + 1
  for (const [candidate, key] of namesOfKeys()) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue
    const edits = editDistance(name, candidate)
    if (edits < fewest) {
      nearest = key
      fewest = edits
    }
  }
  return nearest
}
