import { Command, InvalidArgumentError } from 'commander'
import { subjectEntries } from './subject-entries.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** What the command can be told. */
export interface Options {
  /** Who is examined. */
  readonly only: readonly SubjectEntry[]
  /** Where the report is written. */
  readonly json?: string
  /** How many subjects are examined at a time. */
  readonly jobs: number
  /** Whether Debian's servers are installed first. */
  readonly install: boolean
}

/** Reads the command line. */
export function readOptions(): Options {
  const ids = subjectEntries.map(({ id }) => id).join(', ')
  return new Command('scoreboard')
    .description("Examines everybody's CORS under the same cases, and compares the results.")
    .option('--only <names>', `some of ${ids}; commas between`, readEntries, subjectEntries)
    .option('--json <file>', 'write what may be published to a file as well')
    .option('--jobs <count>', 'how many subjects are examined at a time', readCount, 2)
    .option('--install', "install Debian's servers first (Debian, as root)", false)
    .parse()
    .opts<Options>()
}

function readEntries(value: string): readonly SubjectEntry[] {
  return value.split(',').map((name) => {
    const entry = subjectEntries.find(({ id }) => id === name.trim())
    if (entry === undefined) throw new InvalidArgumentError(`There is no subject "${name.trim()}".`)
    return entry
  })
}

function readCount(value: string): number {
  const count = Number(value)
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgumentError('Write a whole number above 0.')
}
