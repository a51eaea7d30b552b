import { isRecord, parseJson } from './json.ts'
import { measurementNames, measurements } from './penguin.ts'
import type { PenguinCorrection } from './penguin-table.ts'

/** What comes of reading the body of a `PUT`: the correction, or what is wrong with it. */
export type PenguinCorrectionResult =
  { readonly ok: true; readonly correction: PenguinCorrection } | { readonly ok: false; readonly error: string }

/** Reads a correction: an object of one or more measurements, each a number that a penguin can have. */
export function parsePenguinCorrection(body: string): PenguinCorrectionResult {
  const json = parseJson(body)
  if (!isRecord(json)) return { ok: false, error: 'The body is not a JSON object such as {"bodyMass":3750}' }

  const entries = Object.entries(json)
  if (entries.length === 0)
    return { ok: false, error: `Nothing to correct: give one of ${measurementNames.join(', ')}` }
  const correction: PenguinCorrection = {}
  for (const [key, value] of entries) {
    const name = measurementNames.find((measurement) => measurement === key)
    if (name === undefined)
      return { ok: false, error: `"${key}" cannot be corrected: give one of ${measurementNames.join(', ')}` }
    const { unit, min, max } = measurements[name]
    if (typeof value !== 'number' || value < min || value > max) {
      return { ok: false, error: `"${name}" must be a number from ${min} to ${max} (${unit})` }
    }
    correction[name] = value
  }
  return { ok: true, correction }
}
