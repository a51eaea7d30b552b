import { isatty } from 'node:tty'
import picocolors from 'picocolors'
import { wantsColour } from './colour.ts'

/** Where a command writes to, and how. */
export interface ConsoleOutput {
  /** Writes what was asked for. */
  write(text: string): void
  /** Writes a message about the command itself. */
  warn(text: string): void
  /** Paints text; without colour it gives it back as it is. */
  readonly paint: Paint
  /** How many characters fit into a line; `Infinity` where nobody wraps lines. */
  readonly columns: number
}

/** The colours in use, by what they are for. */
export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly heading: (text: string) => string
  readonly accent: (text: string) => string
  readonly dim: (text: string) => string
}

/** Opens the output of this process. */
export function openConsoleOutput(isColourAllowed: boolean): ConsoleOutput {
  const { env: environment, stderr, stdout } = process
  const colour = wantsColour({ isAllowed: isColourAllowed, isTerminal: isatty(stdout.fd), environment })
  return {
    write: (text) => stdout.write(`${text}\n`),
    warn: (text) => stderr.write(`${text}\n`),
    paint: createPaint(colour),
    columns: stdout.isTTY ? stdout.columns : readColumns(environment.COLUMNS),
  }
}

/** Makes the colours, or none. */
export function createPaint(colour: boolean): Paint {
  const { bold, cyan, dim, green, red } = picocolors.createColors(colour)
  return {
    good: (text) => bold(green(text)),
    bad: (text) => bold(red(text)),
    heading: bold,
    accent: cyan,
    dim,
  }
}

function readColumns(columns = ''): number {
  return /^[1-9]\d*$/.test(columns) ? Number(columns) : Infinity
}
