/** What is written to a file or a pipe is made for screens of this width. */
const USUAL_WIDTH = 120

/** How many characters there is room for in a line of standard output. */
export function terminalWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : USUAL_WIDTH
}
