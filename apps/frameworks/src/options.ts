import { Argument, Command } from 'commander'

/** What the command can be told. */
export interface Options {
  /** The names of the apps to run. */
  readonly ids: readonly string[]
  /** Whether the apps are named, and not run. */
  readonly list: boolean
  readonly keep: boolean
}

/** Reads the command line. */
export function readOptions(all: readonly string[]): Options {
  const command = new Command('test:frameworks')
    .description(
      'Builds minimal apps of frameworks with the packages as they would be published, and asks them over a socket.',
    )
    .addArgument(new Argument('[names...]', 'the apps to run; all of them, if none is named').choices(all))
    .option('--list', 'name the apps with their versions, and run none', false)
    .option('--keep', 'leave the folders that the apps ran in, and say where they are', false)
    .exitOverride(({ exitCode }) => {
      // What cannot be read is not the failure of an app.
      process.exit(exitCode === 0 ? 0 : 2)
    })
    .parse()
  const named: readonly string[] = command.args
  const options = command.opts<{ readonly list: boolean; readonly keep: boolean }>()
  return { ids: named.length === 0 ? all : all.filter((id) => named.includes(id)), ...options }
}
