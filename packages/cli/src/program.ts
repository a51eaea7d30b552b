import { Command, CommanderError } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { addConformanceCommand } from './conformance/conformance-command.ts'
import { EXIT_CODES } from './exit-code.ts'
import { addExplainCommand } from './explain/explain-command.ts'
import { UsageError } from './usage-error.ts'

/** Runs the command line, and resolves to its exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT_CODES.readable.code
  const program = new Command('corsac')
    .description(manifest.description)
    .version(manifest.version)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Try --help.')
    .exitOverride()
  const exit = (code: number) => {
    exitCode = code
  }
  addExplainCommand(program, exit)
  addConformanceCommand(program, exit)
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`error: ${error.message}\nTry --help.\n`)
      return EXIT_CODES.usage.code
    }
    // Commander has said it already. Help and version that were asked for are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CODES.usage.code
    throw error
  }
}
