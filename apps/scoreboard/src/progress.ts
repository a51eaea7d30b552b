import pc from 'picocolors'

/** Tells those who wait what is going on; on a terminal in one line, else only what is worth a line. */
export interface Progress {
  /** Shows how far a subject is. */
  show(id: string, text: string): void
  /** Says something that stays. */
  say(text: string): void
}

/** Creates what tells of the progress, on standard error. */
export function createProgress(): Progress {
  const isTerminal = process.stderr.isTTY
  const current = new Map<string, string>()

  function clear(): void {
    if (isTerminal) process.stderr.write('\r\u001b[K')
  }

  return {
    show(id, text) {
      if (!isTerminal) return
      current.set(id, text)
      const line = [...current].map(([name, now]) => `${name}: ${now}`).join('   ')
      process.stderr.write(`\r${pc.dim(line.slice(0, process.stderr.columns - 1))}\u001b[K`)
    },
    say(text) {
      clear()
      current.clear()
      console.error(text)
    },
  }
}
