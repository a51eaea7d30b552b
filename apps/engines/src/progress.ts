import pc from 'picocolors'

/** Shows how far a run has come, on a terminal only. */
export function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${pc.dim(text)}\u001b[K`)
}

/** Makes room for what is written next. */
export function clearProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
}
