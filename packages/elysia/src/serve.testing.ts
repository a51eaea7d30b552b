import type { RunningSubject } from '@corsac/test-kit'
import { node } from '@elysiajs/node'
import type { Elysia } from 'elysia'

/** What `@elysiajs/node` hands to the callback of `listen`, beside what its types say. */
interface ListeningServer {
  readonly raw: { readonly url?: string; ready(): Promise<unknown>; close(closeAll: boolean): Promise<void> }
}

/** Starts an application on a free port. */
export async function serve(
  createElysia: typeof Elysia,
  aot: boolean,
  register: (app: Elysia) => unknown,
): Promise<RunningSubject> {
  const app = new createElysia({ adapter: node(), aot })
  register(app)
  const { raw } = await new Promise<ListeningServer>((resolve) => {
    // Its servers close themselves when the process is about to end, each by a listener of its own.
    process.setMaxListeners(0)
    app.listen({ port: 0, hostname: '127.0.0.1' }, (server: unknown) => {
      if (isListening(server)) resolve(server)
    })
  })
  await raw.ready()
  return { url: new URL(raw.url ?? '').origin, close: () => raw.close(true) }
}

function isListening(server: unknown): server is ListeningServer {
  return typeof server === 'object' && server !== null && 'raw' in server
}
