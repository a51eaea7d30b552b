import pc from 'picocolors'

/** Tells those who wait how far a runtime is, in one line on standard error; where that is no terminal, not at all. */
export function showProgress(name: string, text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${pc.dim(`${name}: ${text}`)}\u001b[K`)
}

/** Clears that line. */
export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
