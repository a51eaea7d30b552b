import type { Engine, RedirectMode, RequestMode } from '@corsac/user-agent'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { describeExitCodes } from '../exit-code.ts'
import { UsageError } from '../usage-error.ts'
import { explainFile, type ExplainOptions, explainUrl } from './run-explain.ts'

const REQUEST_MODES: readonly RequestMode[] = ['cors', 'no-cors', 'same-origin']
const REDIRECT_MODES: readonly RedirectMode[] = ['follow', 'error', 'manual']

/** What people type who think of the browser. */
const ENGINES_BY_NAME: ReadonlyMap<string, Engine | 'standard'> = new Map([
  ['standard', 'standard'],
  ['chromium', 'chromium'],
  ['chrome', 'chromium'],
  ['firefox', 'firefox'],
  ['webkit', 'webkit'],
  ['safari', 'webkit'],
])

/** The options that speak of a request that is yet to be made, and those that speak of recorded ones. */
const REQUEST_OPTIONS = ['origin', 'request', 'header', 'data', 'mode', 'redirect', 'probe', 'insecure', 'timeout']
const HAR_OPTIONS = ['url', 'only']

/** Adds the command `explain` to a program. The exit code is handed over when everything is written. */
export function addExplainCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('explain')
    .summary('perform a request like a browser, and explain what the page gets of it')
    .description(
      'Performs a request as a page in a browser would, and explains what the page gets of it, why, and what to change.',
    )
    .argument('[url]', 'the URL that the page asks for')
    .option('--origin <origin>', 'the origin of the page, such as https://app.example, or null')
    .option('-X, --request <method>', 'the method; GET, or POST with --data')
    .option('-H, --header <header>', "a header that the page sets, 'name: value'; repeatable", collect)
    .option('-d, --data <data>', 'the request body, or @ and the file that it is in')
    .option('--credentials', "judge as for fetch with credentials: 'include'; no cookies are sent")
    .addOption(new Option('--mode <mode>', 'the request mode').choices(REQUEST_MODES).default('cors'))
    .addOption(new Option('--redirect <mode>', 'the redirect mode').choices(REDIRECT_MODES).default('follow'))
    .option('--engine <engine>', 'chromium, firefox or webkit: with the quirks of this engine', readEngine, 'standard')
    .option('--probe', 'ask once more for another origin, to find out about Vary and reflected origins')
    .option('-k, --insecure', 'accept any TLS certificate')
    .option('--timeout <ms>', 'how long to wait for each response', readCount, 10_000)
    .option('--har <file>', 'explain the requests that are recorded in a HAR file instead')
    .option('--url <text>', 'with --har: only requests with this in their URL')
    .option('--only <number>', 'with --har: only the request with this number, in full', readCount)
    .option('--json', 'print the exchange and its explanation as JSON')
    .option('-v, --verbose', 'list every step of the Fetch standard that was taken')
    .option('--no-color', 'write without colour; so do NO_COLOR=1 and every pipe')
    .addHelpText('after', HELP)
    .action(async (url: string | undefined, options: ExplainOptions, command: Command) => {
      if (options.har === undefined) {
        refuse(command, HAR_OPTIONS, 'is for --har: a URL is asked for as it is')
        exit(await explainUrl(url, options))
      } else {
        refuse(command, REQUEST_OPTIONS, 'does not go with --har, which explains what was recorded')
        exit(await explainFile(options.har, url, options))
      }
    })
}

/** Ignoring an option without a word would answer another question than the one that was asked. */
function refuse(command: Command, names: readonly string[], why: string): void {
  const name = names.find((one) => command.getOptionValueSource(one) === 'cli')
  if (name !== undefined) throw new UsageError(`--${name} ${why}`)
}

const HELP = `
Exit codes:
${describeExitCodes()}

Examples:
  corsac explain https://api.example/data --origin https://app.example
  corsac explain https://api.example/data --origin https://app.example -X PUT -H 'content-type: application/json' -d '{}'
  corsac explain https://api.example/me --origin https://app.example --credentials --engine firefox
  corsac explain --har recorded.har --only 2`

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value]
}

function readEngine(value: string): Engine | 'standard' {
  const engine = ENGINES_BY_NAME.get(value.toLowerCase())
  if (engine === undefined) throw new InvalidArgumentError('Write chromium, firefox, webkit or standard.')
  return engine
}

function readCount(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Write a whole number from 1 on.')
  return Number(value)
}
