import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { subjectEntries } from './subject-entries.ts'
import type { SubjectEntry } from './subject-entry.ts'

/** What the command can be told. */
export interface Options {
  /** Who is examined. */
  readonly only: readonly SubjectEntry[]
  /** Where the report is written. */
  readonly json?: string
  /** Where the page is written. */
  readonly page?: string
  /** The report to make the page of; nobody is examined then. */
  readonly from?: string
  /** How many subjects are examined at a time. */
  readonly jobs: number
  /** Whether Debian's servers are installed first. */
  readonly install: boolean
}

/** Reads the command line. */
export function readOptions(): Options {
  const ids = subjectEntries.map(({ id }) => id).join(', ')
  const command = new Command('scoreboard')
    .description("Examines everybody's CORS under the same cases, and compares the results.")
    .option('--only <names>', `some of ${ids}; commas between`, readEntries, subjectEntries)
    .option(
      '--json <file>',
      'write what may be published to a file as well, compressed if its name ends with .gz',
      readPath,
    )
    .option('--page <file>', 'write the same as a page that needs nothing else', readPath)
    .option('--from <file>', 'examine nobody, but make the page of what --json has written', readPath)
    .option('--jobs <count>', 'how many subjects are examined at a time', readCount, 2)
    .option('--install', "install Debian's servers first (Debian, as root)", false)
    .parse()
  const options = command.opts<Options>()
  if (options.from !== undefined && options.page === undefined)
    command.error('--from makes a page: say where, by --page.')
  return options
}

/** Reads the path of a file that is written where the command was called: the package manager runs it in its own folder. */
export function readPath(value: string): string {
  const path = resolve(process.env.INIT_CWD ?? '', value)
  // Half an hour later would be late to say so.
  if (existsSync(dirname(path))) return path
  throw new InvalidArgumentError(`There is no folder ${dirname(path)}.`)
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
