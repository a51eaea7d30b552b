import { once } from 'node:events'
import { startChild } from './child.ts'
import { findExecutable } from './find-executable.ts'

/** A display that nobody sees. */
export interface VirtualDisplay {
  /** Its name, for the variable `DISPLAY`. */
  readonly name: string
  close(): Promise<void>
}

/** Starts an X server without a screen, on the first display that is free. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const command = await findExecutable(['Xvfb'], 'XVFB_PATH')
  const server = startChild(command, ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'])
  // The server writes the number once it takes connections.
  const number = await Promise.race([once(server.output, 'data').then(String), server.ended.then(() => '')])
  if (number !== '') return { name: `:${number.trim()}`, close: () => server.end() }
  await server.end()
  throw new Error('Xvfb ended before it had a display')
}
