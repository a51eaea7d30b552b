import { Command, InvalidArgumentError } from 'commander'
import { ENGINE_NAMES, type EngineName } from './engines/engine.ts'

/** What the command can be told. */
export interface Options {
  /** The engines that were asked for; `null` for all that are there. */
  readonly engine: readonly EngineName[] | null
  /** How many exchanges each engine plays. */
  readonly exchanges: number
  /** The number of the first of them among those of the seed. */
  readonly first: number
  /** What the exchanges are made from. */
  readonly seed: number
  /** For how many seconds the demonstration of a quirk may wait. */
  readonly longestWait: number
  /** Where the figures are written. */
  readonly json?: string
  /** Whether the engines are installed first. */
  readonly install: boolean
}

/** Reads the command line. */
export function readOptions(): Options {
  return new Command('test:engines')
    .description('Compares the model of a browser with Chromium, Firefox and WebKit, on exchanges that are made up.')
    .option('--engine <names>', `some of ${ENGINE_NAMES.join(', ')}; commas between`, readEngines, null)
    .option('--exchanges <count>', 'how many exchanges each engine plays', readCount, 3000)
    .option('--first <number>', 'the first of the exchanges that the seed makes', readCount, 1)
    .option('--seed <number>', 'what the exchanges are made from', readSeed, Math.floor(Math.random() * 2 ** 31))
    .option('--longest-wait <seconds>', 'for how long the demonstration of a quirk may wait', readCount, 10)
    .option('--json <file>', 'write the figures to a file as well')
    .option('--install', 'install the engines first (Debian, as root)', false)
    .parse()
    .opts<Options>()
}

function readEngines(value: string): readonly EngineName[] {
  const names = value.split(',').map((name) => name.trim())
  return names.map((name) => {
    const engine = ENGINE_NAMES.find((known) => known === name)
    if (engine === undefined) throw new InvalidArgumentError(`There is no engine "${name}".`)
    return engine
  })
}

function readCount(value: string): number {
  const count = Number(value.replaceAll('_', ''))
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgumentError('Write a whole number above 0.')
}

function readSeed(value: string): number {
  const seed = Number(value)
  if (Number.isInteger(seed) && Math.abs(seed) <= 2 ** 31) return seed
  throw new InvalidArgumentError('Write a whole number of 32 bits.')
}
