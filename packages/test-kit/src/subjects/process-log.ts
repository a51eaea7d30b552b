import type { Readable } from 'node:stream'
import { toPlainText } from '../reports/plain-text.ts'

/** What a process has written last. */
export interface ProcessLog {
  /** Takes in what a stream of the process brings. */
  readonly follow: (stream: Readable) => void
  /** The lines at its end, without empty ones, and without the colours and other controls of terminals. */
  readonly lines: () => readonly string[]
}

const KEPT_CHARACTERS = 65_536

/** Keeps the end of what a process writes, however much that is. */
export function createProcessLog(): ProcessLog {
  let kept = ''
  return {
    follow(stream) {
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        kept = (kept + chunk).slice(-KEPT_CHARACTERS)
      })
    },
    lines: () =>
      toPlainText(kept)
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== ''),
  }
}
