import { Command, InvalidArgumentError } from 'commander'
import colors from 'picocolors'
import { PortUnavailableError } from './listen.ts'
import { arePagesBuilt, notBuiltMessage } from './page-handler.ts'
import { PORT_SPAN, type RunningExample, startExample } from './start-example.ts'

/** A package manager passes on the Ctrl-C that the terminal has sent already; that is not impatience. */
const RELAY_MS = 500

const { port } = new Command('corsac-example')
  .description('A small data API on every binding of Corsac, and a dashboard on another origin that uses them.')
  .option('--port <number>', `the port of the dashboard; the servers use the ${PORT_SPAN} after it`, parsePort, 4180)
  .addHelpText('after', '\nStop it with Ctrl-C. It listens on 127.0.0.1 only.')
  .parse()
  .opts<{ port: number }>()

try {
  const example = await startExample(port)
  stopOnSignal(example)
  describeExample(example)
} catch (error) {
  if (!(error instanceof PortUnavailableError)) throw error
  console.error(colors.red(error.message))
  console.error(`The example needs the ports ${port} to ${port + PORT_SPAN}. Choose others: --port ${otherPort(port)}`)
  process.exitCode = 1
}

function parsePort(value: string): number {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port + PORT_SPAN <= 65535) return port
  throw new InvalidArgumentError(`Write a number from 0 (any free ports) to ${65535 - PORT_SPAN}.`)
}

function otherPort(port: number): number {
  return port + 1000 + PORT_SPAN <= 65535 ? port + 1000 : port - 1000
}

/** Stops in order at the first signal, and at once where somebody loses patience. */
function stopOnSignal({ close }: RunningExample): void {
  let stoppingSince: number | null = null
  const onSignal = () => {
    if (stoppingSince === null) {
      stoppingSince = performance.now()
      void close().then(() => process.exit(0))
    } else if (performance.now() - stoppingSince > RELAY_MS) {
      process.exit(1)
    }
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

function describeExample({ url, describe }: RunningExample): void {
  const { servers, strangerOrigin } = describe('127.0.0.1')
  const rows = [
    ...servers.map(({ binding, origin, framework }) => [binding, origin, framework] as const),
    ['a stranger', strangerOrigin, 'a page whose origin the policy does not name'] as const,
  ]
  console.log(
    `Open ${colors.bold(colors.cyan(url))} to see what CORS does in your own browser. Ctrl-C stops everything.\n`,
  )
  for (const [what, origin, detail] of rows)
    console.log(`  ${what.padEnd(18)}${origin.padEnd(24)}${colors.dim(detail)}`)
  console.log(
    '\nEach run prints a line for each server below: the column "Error response" asks for a route that throws.',
  )
  if (!arePagesBuilt()) console.warn(colors.yellow(`\n${notBuiltMessage}`))
}
