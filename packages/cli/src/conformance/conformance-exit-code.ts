/** What the exit codes of `corsac conformance` mean. They are stable across releases. */
export const CONFORMANCE_EXIT_CODES = {
  conformant: { code: 0, meaning: 'everything that must hold does' },
  failed: { code: 1, meaning: 'a case failed: a must or, with --strict, a should' },
  usage: { code: 2, meaning: 'the command was not understood, or a file cannot be read or written' },
  'broken-server': { code: 3, meaning: 'the server did not start or did not answer, or no case applies to it' },
  'broken-examiner': { code: 4, meaning: 'the examiner is broken: please report it' },
  interrupted: { code: 130, meaning: 'it was stopped with Ctrl-C' },
} as const

/** Writes the exit codes down for the help text. */
export function describeConformanceExitCodes(): string {
  return Object.values(CONFORMANCE_EXIT_CODES)
    .map(({ code, meaning }) => `  ${String(code).padEnd(3)}  ${meaning}`)
    .join('\n')
}
