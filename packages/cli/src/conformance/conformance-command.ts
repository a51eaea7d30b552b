import type { CaseKind } from '@corsac/test-kit'
import type { ReportFormat } from '@corsac/test-kit/reports'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../usage-error.ts'
import { describeConformanceExitCodes } from './conformance-exit-code.ts'
import type { ConformanceOptions } from './conformance-options.ts'

const KINDS: readonly CaseKind[] = ['must', 'should', 'observe']
const REPORTERS: readonly ReportFormat[] = ['terminal', 'json', 'junit', 'tap', 'markdown', 'html']

/** The options that speak of a server that runs already. */
const URL_OPTIONS = ['policy', 'path', 'host', 'hostile']

/** Adds the command `conformance` to a program. The exit code is handed over when everything is written. */
export function addConformanceCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('conformance')
    .summary('examine how a server does CORS, with hundreds of requests')
    .description(
      'Examines how a server does CORS, with hundreds of requests, and reports what a browser makes of the answers.',
    )
    .option('--command <command>', 'start the server with this command, for each policy, with PORT and CORSAC_POLICY')
    .option('--subject <file>', 'start the server as this file says: a manifest in JSON, or a module')
    .option('--url <url>', 'examine the server that runs at this address, as it is')
    .option('--policy <file>', 'with --url: the policy that the server claims to have, as JSON')
    .option('--path <path>', 'with --url: another path to ask for; repeatable', collect, [])
    .option(
      '--host <host>',
      'with --url: a host that may be asked where a redirect leads there; repeatable',
      collect,
      [],
    )
    .option('--hostile', 'with --url: imitate attacks too, although the server is not on this machine', false)
    .option('--only <id>', 'only this case or part of the exam, * standing for any characters; repeatable', collect, [])
    .addOption(
      new Option('--kind <kind>', 'only cases of this kind: must, should or observe; repeatable')
        .argParser(collectKind)
        .default([]),
    )
    .option('--list', 'list the cases, and examine nothing', false)
    .option('--timeout <ms>', 'how long to wait for each response', readCount, 10_000)
    .option('--strict', 'let a missed should fail like a must', false)
    .addOption(new Option('--reporter <format>', 'how to write the report').choices(REPORTERS).default('terminal'))
    .option('-o, --output <file>', 'write the report to a file')
    .option('--json <file>', 'write the report to this file too, as JSON')
    .option('--no-color', 'write without colour; so do NO_COLOR=1 and every pipe')
    .addHelpText('after', HELP)
    .action(async (options: ConformanceOptions, command: Command) => {
      if (options.url === undefined) refuse(command, URL_OPTIONS)
      // Nobody who wants something explained has to wait for five hundred cases.
      const { runConformance } = await import('./run-conformance.ts')
      exit(await runConformance(options))
    })
}

/** Ignoring an option without a word would answer another question than the one that was asked. */
function refuse(command: Command, names: readonly string[]): void {
  const name = names.find((one) => command.getOptionValueSource(one) === 'cli')
  if (name !== undefined) throw new UsageError(`--${name} is for --url, a server that runs already`)
}

const HELP = `
Exit codes:
${describeConformanceExitCodes()}

Examples:
  corsac conformance --command 'uvicorn app:app --port $PORT'
  corsac conformance --subject corsac-subject.json --reporter html --output report.html
  corsac conformance --url https://api.example/items --policy policy.json
  corsac conformance --list --only http-caches --kind must`

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value]
}

function collectKind(value: string, previous: readonly CaseKind[]): readonly CaseKind[] {
  const kind = KINDS.find((one) => one === value)
  if (kind === undefined) throw new InvalidArgumentError('Write must, should or observe.')
  return [...previous, kind]
}

function readCount(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Write a whole number from 1 on.')
  return Number(value)
}
