import { ConformanceError } from './conformance-error.ts'
import type { TestEnding } from './test-ending.ts'

/** How a test says something, or does not run on. */
export interface TestVoice {
  /** Ends the test as skipped. */
  readonly skip: (reason: string) => void
  /** Says something that fails nothing. Default: on the console. */
  readonly note?: (text: string) => void
  /** Warns of something that fails nothing. Default: on the console. */
  readonly warn?: (text: string) => void
}

/**
 * Ends a test as it is to end.
 *
 * @throws {ConformanceError} if it is to fail
 */
export function endTest(ending: TestEnding, { note = console.info, skip, warn = console.warn }: TestVoice): void {
  switch (ending.kind) {
    case 'pass':
      break
    case 'note':
      note(ending.text)
      break
    case 'warn':
      warn(ending.text)
      break
    case 'skip':
      skip(ending.text)
      break
    case 'fail':
      throw new ConformanceError(ending.text)
  }
}
